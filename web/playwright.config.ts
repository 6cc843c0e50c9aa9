import { defineConfig } from '@playwright/test';

/**
 * Browser tests. Without PHAROS_URL they run against the development server (npm run build first); with it against a
 * running ./pharos. PHAROS_CHROMIUM names the browser, by default Debian's.
 */
const own = 'http://127.0.0.1:8099';
const url = process.env['PHAROS_URL'] ?? own;
const launchOptions = { executablePath: process.env['PHAROS_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] };

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  timeout: 240_000,
  expect: { timeout: 30_000 },
  workers: 1,
  reporter: [['list']],
  use: { baseURL: url, launchOptions, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'zh desktop', use: { locale: 'zh-CN', viewport: { width: 1440, height: 900 } } },
    { name: 'en phone', use: { locale: 'en-GB', viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
  ...(url === own ? { webServer: { command: 'node dev/server.mjs --port 8099', url: `${own}/api/v1/status`, reuseExistingServer: false } } : {}),
});
