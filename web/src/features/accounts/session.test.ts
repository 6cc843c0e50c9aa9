import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, test, vi } from 'vitest';
import { createApp, nextTick } from 'vue';
import type { Me } from '@/api';
import { usePreferences } from '@/preferences';
import { useSession } from './session';

vi.mock('@/stream', () => ({ useStream: () => ({ reconnect: () => undefined, onSessionEnded: () => undefined }) }));

/** The account as the platform keeps it. */
let account: Me;
let writes: Partial<Me>[];

beforeEach(() => {
  localStorage.clear();
  document.cookie = 'XSRF-TOKEN=t';
  writes = [];
  account = {
    customerId: 'cus_1', accountId: 'acc_1', email: 'a@example.com', displayName: 'A', role: 'CUSTOMER', language: 'zh-CN',
    theme: 'LIGHT', colourScheme: 'AUTO', registeredAt: '2026-01-01T00:00:00Z',
  };
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  vi.stubGlobal('fetch', async (_address: string, { method, body }: { method: string; body?: string }) => {
    if (method === 'PATCH') {
      writes.push(JSON.parse(body ?? '{}') as Partial<Me>);
      account = { ...account, ...writes.at(-1) };
    }
    return new Response(JSON.stringify(account));
  });
});

/** A page that is opened, or loaded again. */
function visit() {
  const pinia = createPinia();
  const app = createApp({}).use(pinia).use(VueQueryPlugin, { queryClient: new QueryClient() });
  setActivePinia(pinia);
  return app.runWithContext(() => ({ session: useSession(), preferences: usePreferences() }));
}

const signIn = { email: 'a@example.com', password: 'secret' };
const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await nextTick();
  await new Promise((done) => setTimeout(done, 0));
};

test('the language chosen before sign-in stays, and the account learns it', async () => {
  const { session, preferences } = visit();
  preferences.language = 'zh-CN';
  preferences.language = 'en';
  await nextTick();
  await session.signIn(signIn);
  await settled();
  expect(preferences.language).toBe('en');
  expect(account.language).toBe('en');
});

test('the choice is still known after the page was loaded again', async () => {
  const first = visit();
  first.preferences.language = first.preferences.language === 'en' ? 'zh-CN' : 'en';
  const chosen = first.preferences.language;
  account = { ...account, language: chosen === 'en' ? 'zh-CN' : 'en' };
  await nextTick();
  const { session, preferences } = visit();
  await session.signIn(signIn);
  await settled();
  expect([preferences.language, account.language]).toEqual([chosen, chosen]);
});

test('without a choice the language of the account applies, and nothing is written', async () => {
  const { session, preferences } = visit();
  account = { ...account, language: preferences.language === 'en' ? 'zh-CN' : 'en', theme: 'DARK' };
  await session.signIn(signIn);
  await settled();
  expect([preferences.language, preferences.theme]).toEqual([account.language, 'DARK']);
  expect(writes).toEqual([]);
});

test('once the account knows the choice, another browser may change it', async () => {
  const { session, preferences } = visit();
  await session.signIn(signIn);
  preferences.language = 'en';
  await settled();
  expect(account.language).toBe('en');
  account = { ...account, language: 'zh-CN' };
  await session.refresh();
  await settled();
  expect(preferences.language).toBe('zh-CN');
  expect(writes).toHaveLength(1);
});
