import { createHmac } from 'node:crypto';
import { expect, PASSWORD, test } from './pharos';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MILLIS = 30_000;

/** What an authenticator application shows for a secret (RFC 6238); the development server knows one code only. */
function codeOf(secret: string, later: number): string {
  if (process.env['PHAROS_URL'] === undefined) return '123456';
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MILLIS) + later));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}

test('an authenticator is set up, asked for at sign-in, and replaced by a recovery code', async ({ pharos, page }) => {
  pharos.expects(401, /\/api\/v1\/session/);
  const email = await pharos.register();

  await page.goto('/security');
  await pharos.isAccessible('security');
  await pharos.button('security.authenticator.setUp').click();
  const dialog = page.getByRole('dialog');
  const secret = await dialog.locator('code').innerText();
  await pharos.isAccessible('setting up an authenticator');
  await dialog.locator('input').fill(codeOf(secret, 0));
  await dialog.locator('button[type=submit]').click();
  await expect(page.locator('.codes code')).toHaveCount(10);
  const recovery = await page.locator('.codes code').first().innerText();
  await pharos.button('security.authenticator.kept').click();
  await expect(page.getByText(pharos.t('security.history.kinds.AUTHENTICATOR_ON'))).toBeVisible();

  for (const code of [codeOf(secret, 1), recovery]) {
    await page.goto('about:blank'); // a page that is still open would ask on, without its session
    await page.context().clearCookies();
    await page.goto('/sign-in?to=/security');
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('form button[type=submit]').click();
    await page.locator('input[autocomplete=one-time-code]').fill(code);
    await page.locator('form button[type=submit]').click();
    await expect(page.getByRole('heading', { name: pharos.t('security.title') })).toBeVisible();
  }
  await expect(page.getByText(`${pharos.t('security.authenticator.on')} · `)).toContainText('9');
});
