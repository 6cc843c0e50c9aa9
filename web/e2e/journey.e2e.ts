import { expect, test } from './pharos';

test('a visitor registers, deposits, trades and withdraws', async ({ pharos, page }) => {
  await test.step('the start page shows the live market', async () => {
    await page.goto('/');
    await expect(page.locator('tbody tr')).toHaveCount(10);
    await expect(page.locator('tbody tr .last').first()).toHaveText(/\d/);
    await pharos.isAccessible('market');
  });

  await test.step('registers', async () => {
    await page.goto('/register');
    await pharos.isAccessible('register');
    await pharos.register();
  });

  await test.step('an empty account says the next step and does it in one click', async () => {
    await pharos.depositFirst();
    await pharos.isAccessible('portfolio');
  });

  await test.step('opens an instrument: candles, ten levels on each side, the tape', async () => {
    await pharos.openFirst('A_SHARE');
    await expect(page.locator('.canvas canvas').first()).toBeVisible();
    if (pharos.isPhone) await pharos.button('market.tenLevels').click();
    await expect(page.getByRole('list', { name: pharos.t('market.bids') }).getByRole('listitem')).toHaveCount(10);
    await expect(page.getByRole('list', { name: pharos.t('market.asks') }).getByRole('listitem')).toHaveCount(10);
    await expect(page.getByRole('region', { name: pharos.t('market.tape') }).first().getByRole('row').nth(2)).toBeVisible();
    await pharos.isAccessible('instrument');
  });

  await test.step('buys at market', async () => {
    const ticket = await pharos.ticket('BUY');
    await ticket.getByText(pharos.t('trading.type.MARKET'), { exact: true }).first().click();
    await ticket.getByLabel(pharos.t('trading.quantity'), { exact: true }).fill('100');
    await expect(ticket.locator('.total .amount')).toHaveText(/\d/);
    await ticket.locator('button[type=submit]').click();
    await pharos.isAccessible('confirmation');
    await page.getByRole('dialog').last().getByRole('button').last().click();
    await expect(ticket.getByText(pharos.start('trading.outcome.FILLED'))).toBeVisible();
    await pharos.closeSheet();
  });

  await test.step('places a limit order from a level of the book; it rests', async () => {
    await page.getByRole('list', { name: pharos.t('market.bids') }).getByRole('button').last().click();
    const ticket = await pharos.ticket('BUY');
    await expect(ticket.getByLabel(pharos.t('trading.price'), { exact: true })).toHaveValue(/\d/);
    await ticket.getByLabel(pharos.t('trading.quantity'), { exact: true }).fill('100');
    await pharos.send(ticket);
    await expect(ticket.getByText(pharos.t('trading.outcome.NEW'))).toBeVisible();
    await pharos.closeSheet();
    await expect(page.locator('.open-orders tbody tr')).toHaveCount(1);
  });

  await test.step('changes it', async () => {
    await page.locator('.open-orders').getByText(pharos.t('trading.orders.change')).click();
    await page.getByRole('dialog').locator('input').nth(1).fill('200');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('.open-orders tbody tr')).toContainText('/ 200');
  });

  await test.step('cancels it', async () => {
    await page.locator('.open-orders').getByText(pharos.t('trading.orders.cancel'), { exact: true }).click();
    await expect(page.getByText(pharos.t('trading.orders.empty'))).toBeVisible();
  });

  await test.step('places a stop; it waits for its trigger price and holds nothing', async () => {
    const ticket = await pharos.ticket('SELL');
    await ticket.getByText(pharos.t('trading.type.OTHER'), { exact: true }).click();
    await ticket.getByLabel(pharos.t('trading.type.other')).selectOption('STOP');
    await expect(ticket.getByLabel(pharos.t('trading.price'), { exact: true })).toHaveCount(0);
    const trigger = ticket.getByLabel(pharos.t('trading.trigger.label'), { exact: true });
    await trigger.fill('0.01');
    await ticket.getByLabel(pharos.t('trading.quantity'), { exact: true }).fill('100');
    await expect(ticket.getByText(pharos.t('trading.holdsNothing'))).toBeVisible();
    await pharos.isAccessible('stop');
    await pharos.send(ticket);
    await expect(ticket.getByText(pharos.t('trading.outcome.PENDING_TRIGGER'))).toBeVisible();
    await pharos.closeSheet();
    await expect(page.locator('.open-orders tbody tr')).toContainText(pharos.t('trading.orders.waits.SELL', { price: '0.01' }));
  });

  await test.step('moves its trigger price, and cancels it', async () => {
    await page.locator('.open-orders').getByText(pharos.t('trading.orders.change')).click();
    await page.getByRole('dialog').getByLabel(pharos.t('trading.trigger.label'), { exact: true }).fill('0.02');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('.open-orders tbody tr')).toContainText(pharos.t('trading.orders.waits.SELL', { price: '0.02' }));
    await page.locator('.open-orders').getByText(pharos.t('trading.orders.cancel'), { exact: true }).click();
    await expect(page.getByText(pharos.t('trading.orders.empty'))).toBeVisible();
  });

  await test.step('sees holdings, history, executions and every movement', async () => {
    await page.goto('/portfolio');
    await expect(page.locator('tbody tr')).toHaveCount(1);
    await page.getByRole('tab', { name: pharos.t('portfolio.tabs.orders') }).click();
    await expect(page.getByText(pharos.t('trading.status.FILLED')).first()).toBeVisible();
    await page.getByRole('tab', { name: pharos.t('portfolio.tabs.executions') }).click();
    await expect(page.locator('tbody tr').first()).toBeVisible();
    await page.getByRole('tab', { name: pharos.t('portfolio.tabs.movements') }).click();
    await expect(page.getByText(pharos.t('portfolio.kind.DEPOSIT'), { exact: true }).last()).toBeVisible();
    await pharos.isAccessible('movements');
  });

  await test.step('withdraws money', async () => {
    await page.goto('/payments?kind=WITHDRAWAL');
    await page.locator('input[name=amount]').fill('250.50');
    await page.locator('button[type=submit]').click();
    await expect(page.getByText(pharos.t('payments.meaning.COMPLETED'))).toBeVisible();
    await expect(page.locator('tbody tr').first()).toContainText('250.50');
    await pharos.isAccessible('payments');
  });

  await test.step('signs out', async () => {
    await page.goto('/settings');
    await pharos.isAccessible('settings');
    await pharos.button('accounts.signOut').click();
    await expect(page.getByRole('link', { name: pharos.t('accounts.signIn') }).first()).toBeVisible();
    await page.goto('/portfolio');
    await expect(page).toHaveURL(/sign-in/);
  });
});

test('a refusal says what, why and what to do', async ({ pharos, page }) => {
  pharos.expects(422, /\/api\/v1\/orders/);
  await pharos.register();
  await pharos.openFirst('A_SHARE');
  const ticket = await pharos.ticket('BUY');
  await ticket.getByLabel(pharos.t('trading.quantity'), { exact: true }).fill('150');
  await expect(ticket.getByText(pharos.start('trading.flaw.quantity.OFF_LOT')).first()).toBeVisible();
  await ticket.getByRole('button', { name: pharos.t('trading.flaw.use', { value: '100' }) }).click();
  await pharos.send(ticket);
  await expect(ticket.getByRole('alert')).toBeVisible();
  await expect(ticket.getByRole('link', { name: pharos.t('trading.deposit') })).toBeVisible();
  await pharos.isAccessible('refusal');
  await page.goto('/portfolio?tab=orders');
  await expect(page.getByText(pharos.t('trading.orders.empty'))).toBeVisible();
});

test('a double tap makes one order', async ({ pharos, page }) => {
  await page.addInitScript(() => {
    const kept = JSON.parse(localStorage.getItem('pharos.preferences') ?? '{}') as object;
    localStorage.setItem('pharos.preferences', JSON.stringify({ ...kept, confirmOrders: false }));
  });
  await pharos.register();
  await pharos.depositFirst();
  await pharos.openFirst('A_SHARE');
  await page.getByRole('list', { name: pharos.t('market.bids') }).getByRole('button').last().click();
  const ticket = await pharos.ticket('BUY');
  await ticket.getByLabel(pharos.t('trading.quantity'), { exact: true }).fill('100');
  await ticket.locator('button[type=submit]').dblclick();
  await expect(ticket.getByRole('status')).toBeVisible();
  await page.goto('/portfolio?tab=orders');
  await expect(page.locator('.open-orders tbody tr')).toHaveCount(1);
});

test('the language chosen before sign-in stays, and the account keeps it', async ({ pharos, page }) => {
  const email = await pharos.register();
  await page.goto('/settings');
  await pharos.button('accounts.signOut').click();
  await page.goto('/settings');
  const other = pharos.t('shell.product') === 'Pharos' ? '中文' : 'English';
  await page.getByText(other, { exact: true }).click();
  const language = await page.locator('html').getAttribute('lang');
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill('a calm lighthouse keeper');
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/me') && answer.request().method() === 'PATCH');
  await page.locator('form button[type=submit]').click();
  expect(((await (await kept).json()) as { language: string }).language).toBe(language);
  await expect(page.locator('html')).toHaveAttribute('lang', language ?? '');
});

test('an instrument is found by pinyin, and its weeks and months are drawn', async ({ pharos, page }) => {
  const pinyin = process.env['PHAROS_URL'] === undefined ? 'dhgw' : 'gzmt';
  await page.goto('/');
  await page.getByRole('combobox').fill(pinyin);
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/trade/);
  for (const interval of ['1w', '1M']) {
    const answer = page.waitForResponse((one) => one.url().includes(`interval=${interval}`));
    await page.getByText(pharos.t(`market.chart.intervals.${interval}`), { exact: true }).click();
    expect((await answer).status()).toBe(200);
    await expect(page.locator('.canvas canvas').first()).toBeVisible();
  }
});

test('a notice stands above every page until it is put away', async ({ pharos, page }) => {
  await page.goto('/');
  const notices = page.getByRole('region', { name: pharos.t('information.notices.title') });
  await expect(notices).toBeVisible();
  await page.goto('/help');
  await expect(notices).toBeVisible();
  await expect(async () => {
    if ((await notices.count()) > 0) await notices.getByRole('button').first().click();
    expect(await notices.count()).toBe(0);
  }).toPass();
  await page.goto('/');
  await expect(page.locator('tbody tr .last').first()).toHaveText(/\d/);
  await expect(notices).toHaveCount(0);
});

test('a question mark lists the keys, and g m leads to the markets', async ({ pharos, page }) => {
  await page.goto('/help');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: pharos.t('shell.keys.title') })).toBeVisible();
  await pharos.isAccessible('shortcuts');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page).toHaveURL(/\/$/);
});

test('public pages need no sign-in', async ({ pharos, page }) => {
  for (const [path, heading] of [['/status', 'status.title'], ['/sign-in', 'accounts.signInTitle'], ['/settings', 'accounts.settings.title'], ['/nowhere', 'shell.lost.title']] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(pharos.t(heading));
    await pharos.isAccessible(path);
  }
  await page.goto('/help');
  await pharos.isAccessible('/help');
  await page.goto('/');
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox')).toBeFocused();
});
