import type { Page } from '@playwright/test';
import { expect, test, type Pharos } from './pharos';

/** Staff's password is only known on the development server. */
test.skip(process.env['PHAROS_URL'] !== undefined, 'signs in as staff of the development server');

async function signInAsStaff(pharos: Pharos, page: Page, to: string): Promise<void> {
  const language = pharos.t('shell.product') === 'Pharos' ? 'en' : 'zh-CN';
  await page.addInitScript((chosen) => localStorage.setItem('pharos.preferences', JSON.stringify({ language: chosen, unsaved: ['language'] })), language);
  await page.goto(`/sign-in?to=${to}`);
  await page.locator('input[name=email]').fill('staff@pharos.test');
  await page.locator('input[name=password]').fill('harbour-light-7');
  await page.locator('form button[type=submit]').click();
}

test('staff stop an instrument with a reason, the ticket says so, and they release it', async ({ pharos, page }) => {
  await signInAsStaff(pharos, page, '/risk');
  await pharos.button('risk.switches.add').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(pharos.t('risk.form.scopes.INSTRUMENT'), { exact: true }).click();
  await dialog.locator('input[name=subject]').fill('000202');
  await dialog.locator('input[name=reason]').fill('price feed of the issuer is wrong');
  await dialog.locator('input[name=confirmation]').fill('000202');
  await pharos.isAccessible('kill switch');
  await dialog.locator('button[type=submit]').click();
  await expect(dialog).toHaveCount(0);
  await pharos.isAccessible('risk');

  await page.goto('/trade/000202');
  const ticket = await pharos.ticket('BUY');
  await expect(ticket.getByText(pharos.t('trading.blocked.INSTRUMENT'))).toBeVisible();
  await pharos.isAccessible('blocked ticket');

  await page.goto('/risk');
  await page.getByRole('button', { name: pharos.start('risk.switches.releaseOf') }).first().click();
  await dialog.locator('input[name=reason]').fill('the feed is right again');
  await dialog.locator('input[name=confirmation]').fill('000202');
  await dialog.locator('button[type=submit]').click();
  await expect(dialog).toHaveCount(0);
});

test('staff see business days, fails and the trial balance, and begin the next day', async ({ pharos, page }) => {
  await signInAsStaff(pharos, page, '/settlement');
  await expect(page.getByRole('heading', { name: pharos.t('settlement.title'), exact: true })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '600303' }).first()).toBeVisible();
  await pharos.isAccessible('settlement');
});
