/**
 * Takes pictures of the screens for a look at them: node dev/shots.mjs URL DIR [name …]
 * Each page in both languages, light and dark, wide and phone; PHAROS_CHROMIUM names the browser.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';

const [url = 'http://127.0.0.1:8090', dir = '/tmp/web-shots', ...wanted] = process.argv.slice(2);
mkdirSync(dir, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.PHAROS_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const PAGES = { market: '/', coin: '/trade/BTC-CNY', signin: '/sign-in', register: '/register', portfolio: '/portfolio', instrument: '/trade/600101', orders: '/portfolio?tab=orders', movements: '/portfolio?tab=movements', margin: '/portfolio?tab=margin', payments: '/payments', settings: '/settings', status: '/status', help: '/help', operations: '/operations', risk: '/risk', settlement: '/settlement', lost: '/nowhere' };
const LOOKS = [
  { tag: 'zh-light-1440', language: 'zh-CN', theme: 'LIGHT', width: 1440, height: 900 },
  { tag: 'en-dark-1440', language: 'en', theme: 'DARK', width: 1440, height: 900 },
  { tag: 'zh-dark-390', language: 'zh-CN', theme: 'DARK', width: 390, height: 844 },
  { tag: 'en-light-360', language: 'en', theme: 'LIGHT', width: 360, height: 740 },
];
const asStaff = ['operations', 'risk', 'settlement'];
for (const look of LOOKS) {
  const context = await browser.newContext({ viewport: { width: look.width, height: look.height }, deviceScaleFactor: 1, reducedMotion: 'reduce' });
  await context.addInitScript(({ language, theme }) => localStorage.setItem('pharos.preferences', JSON.stringify({ language, theme, confirmOrders: true })), look);
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && !message.text().includes('401') && console.log(look.tag, message.text()));
  page.on('pageerror', (error) => console.log(look.tag, 'page error', error.message));
  const call = (method, path, data) => page.evaluate(async ([m, p, d]) => {
    const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
    const answer = await fetch(`/api/v1${p}`, { method: m, headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token, 'Idempotency-Key': Math.random().toString(36) }, body: JSON.stringify(d) });
    return answer.json();
  }, [method, path, data]);
  await page.goto(url);
  await page.waitForTimeout(600);
  const email = `look-${look.tag}-${Date.now()}@example.com`;
  const me = { email, password: 'correct-horse-battery', language: look.language, displayName: look.language === 'en' ? 'Lin Yue' : '林越' };
  for (const name of Object.keys(PAGES).filter((one) => wanted.length === 0 || wanted.includes(one))) {
    if (name === 'portfolio' || (wanted.length > 0 && !context.ready && !asStaff.includes(name) && !['signin', 'register'].includes(name))) {
      await call('POST', '/registrations', me);
      await call('PATCH', '/me', { language: look.language, theme: look.theme });
      await call('POST', '/deposits', { amount: { asset: 'CNY', amount: '500000.00' } });
      await call('POST', '/deposits', { amount: { asset: 'USD', amount: '20000.00' } });
      await call('POST', '/orders', { symbol: '600101', side: 'BUY', type: 'MARKET', quantity: '2500' });
      await call('POST', '/orders', { symbol: 'AAPL', side: 'BUY', type: 'MARKET', quantity: '20' });
      await call('POST', '/orders', { symbol: 'BTC-CNY', side: 'BUY', type: 'MARKET', quantity: '0.120' });
      await call('POST', '/orders', { symbol: '600101', side: 'BUY', type: 'LIMIT', price: '18.20', quantity: '1000' });
      await call('POST', '/orders', { symbol: '600101', side: 'SELL', type: 'LIMIT', price: '19.30', quantity: '500' });
      context.ready = true;
    }
    if (asStaff.includes(name)) await call('POST', '/session', { email: 'staff@pharos.test', password: 'harbour-light-7' });
    await page.goto(url + PAGES[name]);
    await page.waitForTimeout(1500);
    await page.screenshot({ fullPage: ['margin', 'risk'].includes(name), path: `${dir}/${name}-${look.tag}.png` });
  }
  await context.close();
}
await browser.close();
