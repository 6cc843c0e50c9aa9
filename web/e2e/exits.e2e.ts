import { expect, test } from './pharos';

test('a purchase is protected from its fill to its end, and a pegged order follows', async ({ pharos, page }) => {
  await pharos.register();
  await pharos.depositFirst();
  await pharos.openFirst('A_SHARE');

  await test.step('buys at market with a take-profit price and a stop', async () => {
    const ticket = await pharos.ticket('BUY');
    const price = ticket.getByLabel(pharos.t('trading.price'), { exact: true });
    await expect(price).toHaveValue(/\d/);
    const last = Number((await price.inputValue()).replaceAll(',', ''));
    await ticket.getByText(pharos.t('trading.type.MARKET'), { exact: true }).first().click();
    await ticket.getByLabel(pharos.t('trading.quantity'), { exact: true }).fill('100');
    await ticket.getByLabel(pharos.t('trading.attached.label'), { exact: true }).selectOption('EXITS');
    await ticket.getByLabel(pharos.t('trading.attached.takeProfit')).fill((last * 1.03).toFixed(2));
    await ticket.getByLabel(pharos.t('trading.attached.stopPrice')).fill((last * 0.97).toFixed(2));
    await pharos.isAccessible('exits');
    await ticket.locator('button[type=submit]').click();
    await expect(page.getByRole('dialog').last()).toContainText(pharos.t('trading.attached.takeProfit'));
    await page.getByRole('dialog').last().getByRole('button').last().click();
    await expect(ticket.getByText(pharos.start('trading.outcome.FILLED'))).toBeVisible();
    await pharos.closeSheet();
  });

  await test.step('finds both exits among the open orders', async () => {
    const rows = page.locator('.open-orders tbody tr');
    await expect(rows).toHaveCount(2);
    await expect(rows.first()).toContainText(pharos.t('trading.orders.exitOf'));
    await expect(rows.last()).toContainText(pharos.t('trading.orders.exitOf'));
    await pharos.isAccessible('open exits');
  });

  await test.step('cancels one, and the other goes with it', async () => {
    await page.locator('.open-orders').getByText(pharos.t('trading.orders.cancel'), { exact: true }).first().click();
    await expect(page.getByText(pharos.t('trading.orders.empty'))).toBeVisible();
  });

  await test.step('pegs an order to the best price, and sees where it stands', async () => {
    const ticket = await pharos.ticket('BUY');
    await ticket.getByText(pharos.t('trading.type.OTHER'), { exact: true }).click();
    await ticket.getByLabel(pharos.t('trading.type.other'), { exact: true }).selectOption('PEGGED');
    await expect(ticket.getByLabel(pharos.t('trading.peg.limit'), { exact: true })).toHaveValue(/\d/);
    await ticket.getByLabel(pharos.t('trading.peg.offset'), { exact: true }).fill('0.05');
    await ticket.getByLabel(pharos.t('trading.quantity'), { exact: true }).fill('100');
    await pharos.isAccessible('peg');
    await pharos.send(ticket);
    await expect(ticket.getByText(pharos.t('trading.outcome.NEW'))).toBeVisible();
    await pharos.closeSheet();
    const row = page.locator('.open-orders tbody tr');
    await expect(row).toHaveCount(1);
    await expect(row).toContainText(pharos.t('trading.peg.PRIMARY'));
    await page.locator('.open-orders').getByText(pharos.t('trading.orders.cancel'), { exact: true }).click();
    await expect(page.getByText(pharos.t('trading.orders.empty'))).toBeVisible();
  });
});
