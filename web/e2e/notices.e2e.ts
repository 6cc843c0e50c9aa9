import { expect, STAFF_IS_UNKNOWN, test } from './pharos';

test.skip(STAFF_IS_UNKNOWN, 'needs to sign in as staff');

test('staff post a notice in both languages and withdraw it', async ({ pharos, page }) => {
  await pharos.signInAsStaff('/notices');
  await page.locator('input[name=titleZh]').fill('今晚维护');
  await page.locator('input[name=titleEn]').fill('Maintenance tonight');
  await page.locator('input[name=textZh]').fill('22 时起十分钟。');
  await pharos.button('information.notices.post').click();
  await expect(page.getByText(pharos.t('information.notices.missing'))).toHaveCount(1);
  await page.locator('input[name=textEn]').fill('Ten minutes from 22:00.');
  await pharos.button('information.notices.post').click();
  const title = pharos.isEnglish ? 'Maintenance tonight' : '今晚维护';
  const banner = page.getByRole('region', { name: pharos.t('information.notices.title') });
  await expect(banner).toContainText(title);
  await pharos.isAccessible('notices');
  await pharos.button('information.notices.withdrawOf', { title }).click();
  await expect(banner).not.toContainText(title);
});
