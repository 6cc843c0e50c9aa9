import { expect, test } from './pharos';

/** Staff's password is only known on the development server. */
test.skip(process.env['PHAROS_URL'] !== undefined, 'signs in as staff of the development server');

test('staff post a notice in both languages and withdraw it', async ({ pharos, page }) => {
  // As if chosen here before: else the language of the account, Chinese, would apply.
  const language = pharos.t('shell.product') === 'Pharos' ? 'en' : 'zh-CN';
  await page.addInitScript((chosen) => localStorage.setItem('pharos.preferences', JSON.stringify({ language: chosen, unsaved: ['language'] })), language);
  await page.goto('/sign-in?to=/notices');
  await page.locator('input[name=email]').fill('staff@pharos.test');
  await page.locator('input[name=password]').fill('harbour-light-7');
  await page.locator('form button[type=submit]').click();
  await page.locator('input[name=titleZh]').fill('今晚维护');
  await page.locator('input[name=titleEn]').fill('Maintenance tonight');
  await page.locator('input[name=textZh]').fill('22 时起十分钟。');
  await pharos.button('information.notices.post').click();
  await expect(page.getByText(pharos.t('information.notices.missing'))).toHaveCount(1);
  await page.locator('input[name=textEn]').fill('Ten minutes from 22:00.');
  await pharos.button('information.notices.post').click();
  const title = language === 'en' ? 'Maintenance tonight' : '今晚维护';
  const banner = page.getByRole('region', { name: pharos.t('information.notices.title') });
  await expect(banner).toContainText(title);
  await pharos.isAccessible('notices');
  await pharos.button('information.notices.withdrawOf', { title }).click();
  await expect(banner).not.toContainText(title);
});
