import { expect, play, test } from './pharos';

/** Faults are played on the development server, or, with PHAROS_PLAY, on real processes. */
test.skip(process.env['PHAROS_URL'] !== undefined && process.env['PHAROS_PLAY'] === undefined, 'nobody plays the faults');

// What a journey that failed has left behind is not the next one's fault.
test.afterEach(async ({ request }) => play(request, { silence: false, market: 'up', bank: 'NORMAL' }));

test('a lost connection greys the prices out within five seconds, says so, and heals', async ({ pharos, page, request }) => {
  pharos.expectsOutage();
  await page.goto('/');
  await expect(page.locator('tbody tr .last').first()).toHaveText(/\d/);
  await expect(page.locator('table.stale')).toHaveCount(0);
  await play(request, { silence: true });
  await expect(page.locator('table.stale')).toBeVisible({ timeout: 5_500 });
  await expect(page.getByRole('alert')).toContainText(pharos.start('status.connection.lost'));
  await pharos.isAccessible('lost connection');
  await play(request, { silence: false });
  await expect(page.locator('table.stale')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('while market data is down the page says so, orders work, and it heals by itself', async ({ pharos, page, request }) => {
  pharos.expectsOutage();
  await pharos.register();
  await pharos.depositFirst();
  await pharos.openFirst('A_SHARE');
  await expect(page.getByRole('list', { name: pharos.t('market.bids') }).getByRole('button').first()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);

  await play(request, { market: 'down' });
  const banner = page.getByRole('alert').filter({ hasText: pharos.t('status.part.market') });
  await expect(banner).toBeVisible();
  await pharos.isAccessible('market data down');
  const ticket = await pharos.ticket('BUY');
  await ticket.getByLabel(pharos.t('trading.quantity'), { exact: true }).fill('100');
  await pharos.send(ticket);
  await expect(ticket.getByRole('status')).toBeVisible();
  await page.goto('/portfolio');
  await expect(page.getByRole('main').getByText(pharos.start('portfolio.noMarket')).last()).toBeVisible();
  await page.goto('/status');
  await expect(page.getByText(pharos.t('status.state.DOWN')).first()).toBeVisible();
  await pharos.isAccessible('degraded status');

  await page.goto('/');
  await expect(banner).toBeVisible();
  await play(request, { market: 'up' });
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.locator('tbody tr .last').first()).toHaveText(/\d/);
  await expect(page.locator('table.stale')).toHaveCount(0);
});

test('a bank that does not answer leaves the payment unknown, never failed, until it is known', async ({ pharos, page, request }) => {
  await play(request, { bank: 'TIMEOUT' });
  await pharos.register();
  await page.goto('/payments');
  await page.locator('input[name=amount]').fill('1000');
  await page.locator('button[type=submit]').click();
  await expect(page.getByText(pharos.t('payments.meaning.UNKNOWN')).first()).toBeVisible();
  await play(request, { bank: 'NORMAL' });
  await expect(page.getByText(pharos.t('payments.meaning.COMPLETED'))).toBeVisible({ timeout: 60_000 });
});
