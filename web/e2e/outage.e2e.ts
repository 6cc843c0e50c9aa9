import { expect, test } from './pharos';

/** Faults are played on the development server; the platform's own fault tests kill real processes. */
test.skip(process.env['PHAROS_URL'] !== undefined, 'plays faults on the development server');

test('a lost connection greys the prices out within five seconds, says so, and heals', async ({ pharos, page, request }) => {
  await page.goto('/');
  await expect(page.locator('tbody tr .last').first()).toHaveText(/\d/);
  await request.post('/__play', { data: { silence: true } });
  await expect(page.locator('table.stale')).toBeVisible({ timeout: 5_500 });
  await expect(page.getByRole('alert')).toContainText(pharos.start('status.connection.lost'));
  await pharos.isAccessible('lost connection');
  await request.post('/__play', { data: { silence: false } });
  await expect(page.locator('table.stale')).toHaveCount(0, { timeout: 15_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('while market data is down the page says so, and orders work', async ({ pharos, page, request }) => {
  await pharos.register();
  await pharos.depositFirst();
  await pharos.openFirst('A_SHARE');
  await expect(page.getByRole('list', { name: pharos.t('market.bids') }).getByRole('button').first()).toBeVisible();
  await request.post('/__play', { data: { market: 'down' } });
  await expect(page.getByRole('alert').filter({ hasText: pharos.start('status.connection.market') })).toBeVisible();
  const ticket = await pharos.ticket('BUY');
  await ticket.getByLabel(pharos.t('trading.quantity'), { exact: true }).fill('100');
  await pharos.send(ticket);
  await expect(ticket.getByRole('status')).toBeVisible();
  await page.goto('/portfolio');
  await expect(page.getByText(pharos.start('portfolio.noMarket'))).toBeVisible();
  await page.goto('/status');
  await expect(page.getByText(pharos.t('status.state.DOWN'))).toBeVisible();
  await pharos.isAccessible('degraded status');
  await request.post('/__play', { data: { market: 'up' } });
  await expect(page.getByText(pharos.t('status.state.DOWN'))).toHaveCount(0);
});

test('a bank that does not answer leaves the payment unknown, never failed, until it is known', async ({ pharos, page, request }) => {
  await page.goto('/');
  const staff = { 'X-XSRF-TOKEN': 'development', Cookie: 'XSRF-TOKEN=development' };
  const signIn = await request.post('/api/v1/session', { headers: staff, data: { email: 'staff@pharos.test', password: 'harbour-light-7' } });
  const session = /SESSION=[^;]+/.exec(signIn.headers()['set-cookie'] ?? '')?.[0] ?? '';
  const bank = (mode: string) => request.post('/api/v1/operations/sandbox/bank', { headers: { ...staff, Cookie: `XSRF-TOKEN=development; ${session}` }, data: { mode } });
  await bank('TIMEOUT');
  await pharos.register();
  await page.goto('/payments');
  await page.locator('input[name=amount]').fill('1000');
  await page.locator('button[type=submit]').click();
  await expect(page.getByText(pharos.t('payments.meaning.UNKNOWN')).first()).toBeVisible();
  await bank('NORMAL');
  await expect(page.getByText(pharos.t('payments.meaning.COMPLETED'))).toBeVisible({ timeout: 25_000 });
});
