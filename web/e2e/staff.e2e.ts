import { expect, STAFF_IS_UNKNOWN, test } from './pharos';

test.skip(STAFF_IS_UNKNOWN, 'needs to sign in as staff');

test('staff stop an instrument with a reason, the ticket says so, and they release it', async ({ pharos, page }) => {
  const symbol = await pharos.firstSymbol('BOND');
  await pharos.signInAsStaff('/risk');
  await pharos.button('risk.switches.add').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(pharos.t('risk.form.scopes.INSTRUMENT'), { exact: true }).click();
  await dialog.locator('input[name=subject]').fill(symbol);
  await dialog.locator('input[name=reason]').fill('price feed of the issuer is wrong');
  await dialog.locator('input[name=confirmation]').fill(symbol);
  await pharos.isAccessible('kill switch');
  await dialog.locator('button[type=submit]').click();
  await expect(dialog).toHaveCount(0);
  await pharos.isAccessible('risk');

  await page.goto(`/trade/${symbol}`);
  const ticket = await pharos.ticket('BUY');
  await expect(ticket.getByText(pharos.t('trading.blocked.INSTRUMENT'))).toBeVisible();
  await pharos.isAccessible('blocked ticket');

  await page.goto('/risk');
  await page.getByRole('button', { name: pharos.start('risk.switches.releaseOf') }).first().click();
  await dialog.locator('input[name=reason]').fill('the feed is right again');
  await dialog.locator('input[name=confirmation]').fill(symbol);
  await dialog.locator('button[type=submit]').click();
  await expect(dialog).toHaveCount(0);
});

test('staff limit the notional of an order, the ticket and the refusal say so, and they take it back', async ({ pharos, page }) => {
  const symbol = await pharos.firstSymbol('FUND');
  const setLimit = async (fill: () => Promise<void>) => {
    await pharos.signInAsStaff('/risk');
    await pharos.button('risk.limits.add').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(pharos.t('risk.form.scopes.INSTRUMENT'), { exact: true }).click();
    await dialog.locator('input[name=subject]').fill(symbol);
    await fill();
    await dialog.locator('input[name=reason]').fill('a drill');
    await dialog.locator('button[type=submit]').click();
    await expect(dialog).toHaveCount(0);
  };
  await setLimit(() => page.getByRole('dialog').locator('input[name=value]').fill('300'));
  await expect(page.getByRole('row').filter({ hasText: symbol }).first()).toContainText('300');
  await pharos.leave();

  await pharos.register();
  await pharos.depositFirst();
  await page.goto(`/trade/${symbol}`);
  const ticket = await pharos.ticket('BUY');
  await expect(ticket.getByLabel(pharos.t('trading.price'), { exact: true })).toHaveValue(/\d/);
  await ticket.getByLabel(pharos.t('trading.quantity'), { exact: true }).fill('100');
  await expect(ticket.getByText(pharos.start('trading.ownLimit.ORDER_NOTIONAL'))).toBeVisible();
  await pharos.isAccessible('limited ticket');
  await pharos.leave();

  await setLimit(() => page.getByRole('dialog').getByText(pharos.t('risk.form.inherit')).click());
});

test('staff call an auction of an instrument, its page says what would trade, and they open it again', async ({ pharos, page }) => {
  const symbol = await pharos.firstSymbol('FUND');
  await pharos.signInAsStaff('/operations');
  const dialog = page.getByRole('dialog');
  const row = page.getByRole('row').filter({ hasText: symbol });
  await expect(row).toContainText(pharos.t('market.phase.OPEN'));
  await pharos.button('operations.callTitle', { symbol }).click();
  await dialog.locator('select').selectOption('CLOSING_AUCTION');
  await dialog.locator('input').last().fill('a drill');
  await pharos.isAccessible('calling an auction');
  await dialog.locator('button[type=submit]').click();
  await expect(dialog).toHaveCount(0);
  await expect(row).toContainText(pharos.t('market.phase.CLOSING_AUCTION'));
  await pharos.leave();

  await pharos.register();
  await pharos.depositFirst();
  await page.goto(`/trade/${symbol}`);
  await expect(page.getByText(pharos.t('market.auction.none'))).toBeVisible();
  await pharos.isAccessible('an auction');
  if (process.env['PHAROS_URL'] !== undefined) {
    const ticket = await pharos.ticket('BUY');
    const price = ticket.getByLabel(pharos.t('trading.price'), { exact: true });
    await expect(price).toHaveValue(/\d/);
    const last = Number((await price.inputValue()).replaceAll(',', ''));
    await price.fill((last * 1.05).toFixed(3));
    await ticket.getByLabel(pharos.t('trading.quantity'), { exact: true }).fill('100');
    await pharos.send(ticket);
    await expect(ticket.getByText(pharos.t('trading.outcome.NEW'))).toBeVisible();
    await pharos.closeSheet();
    await expect(page.getByLabel(pharos.t('market.auction.label'))).toContainText('100');
  }
  await pharos.leave();

  await pharos.signInAsStaff('/operations');
  await pharos.button('operations.act.open', { symbol }).click();
  await dialog.locator('input').fill('the drill is over');
  await dialog.locator('button[type=submit]').click();
  await expect(dialog).toHaveCount(0);
  await expect(row).toContainText(pharos.t('market.phase.OPEN'));
});

test('staff see business days and the trial balance, and set fees and interest', async ({ pharos, page }) => {
  await pharos.signInAsStaff('/settlement');
  await expect(page.getByRole('heading', { name: pharos.t('settlement.title'), exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: pharos.t('settlement.trial.title') })).toBeVisible();
  await pharos.isAccessible('settlement');

  const dialog = page.getByRole('dialog');
  await pharos.button('settlement.servicing.setInterest').click();
  await dialog.locator('input[name=rate]').fill('0.35');
  await pharos.isAccessible('terms of interest');
  await dialog.locator('button[type=submit]').click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('0.35%').first()).toBeVisible();

  await pharos.button('settlement.servicing.newVersion').first().click();
  await dialog.locator('input[name=commissionMinimum]').fill('4.00');
  await pharos.button('settlement.servicing.addRow', undefined, dialog).click();
  await dialog.locator('button[type=submit]').click();
  await expect(dialog.getByText(pharos.t('settlement.servicing.unread'))).toBeVisible();
  await dialog.locator('fieldset button').first().click();
  await pharos.isAccessible('a fee schedule');
  await dialog.locator('button[type=submit]').click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('cell', { name: '4.00 CNY' })).toBeVisible();
});
