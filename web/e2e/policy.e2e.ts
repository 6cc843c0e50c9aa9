import { expect, test } from './pharos';

const PUBLIC = ['/', '/?kind=WATCH', '/status', '/help', '/settings', '/sign-in', '/register', '/nowhere'];
const PRIVATE = ['/portfolio', '/portfolio?tab=orders', '/portfolio?tab=executions', '/portfolio?tab=movements', '/payments'];

test('no page needs more than the content security policy allows', async ({ pharos, page }) => {
  const answer = await page.goto('/');
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self';");
  expect(policy).not.toContain('unsafe');

  const visit = async (path: string) => {
    await page.goto(path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    expect(pharos.complaints, path).toEqual([]);
  };
  for (const path of PUBLIC) await visit(path);
  await pharos.register();
  for (const path of PRIVATE) await visit(path);

  await test.step('an instrument: chart, table, every indicator, dialog and select', async () => {
    await pharos.openFirst('COIN');
    await expect(page.locator('.canvas canvas').first()).toBeVisible();
    for (const indicator of ['MACD', 'KDJ', 'RSI']) await page.getByRole('button', { name: indicator, exact: true }).click();
    await page.locator('.canvas').hover();
    const ticket = await pharos.ticket('BUY');
    await ticket.getByLabel(pharos.t('trading.price'), { exact: true }).fill('1');
    await ticket.getByRole('button', { name: pharos.t('trading.timeInForce.label') }).click();
    expect(pharos.complaints, 'instrument').toEqual([]);
  });

  await test.step('the reference of the API', async () => {
    if (process.env['PHAROS_URL'] === undefined) return; // the development server has none
    await page.goto('/reference');
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    expect(pharos.complaints, 'reference').toEqual([]);
  });
});
