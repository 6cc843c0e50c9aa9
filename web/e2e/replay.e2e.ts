import { expect, test } from './pharos';

/** The development server calls an instrument replayed; the platform's own test hands one over for real. */
test.skip(process.env['PHAROS_URL'] !== undefined, 'plays a replay on the development server');

test('a replayed instrument says so, and stops saying so', async ({ pharos, page, request }) => {
  await request.post('/__play', { data: { replay: 'AAPL' } });
  await page.goto('/trade/AAPL');
  await expect(page.getByText(pharos.t('market.replayHint'))).toBeVisible();
  await expect(page.getByText(pharos.t('market.replay'), { exact: true })).toBeVisible();
  await pharos.isAccessible('replayed instrument');
  await request.post('/__play', { data: { replay: '' } });
  await expect(page.getByText(pharos.t('market.replayHint'))).toHaveCount(0);
});
