import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { translate } from '@/language';

/** `needs`: who may see the page. Everything of the market, the status and the help is public. */
declare module 'vue-router' {
  interface RouteMeta {
    title?: string;
    needs?: 'customer' | 'staff';
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'market', component: () => import('@/features/market/MarketPage.vue'), meta: { title: 'market.title' } },
  { path: '/trade/:symbol', name: 'instrument', component: () => import('@/features/trading/InstrumentPage.vue'), props: true, meta: { title: 'shell.nav.trade' } },
  { path: '/status', name: 'status', component: () => import('@/features/status/StatusPage.vue'), meta: { title: 'status.title' } },
  { path: '/sign-in', name: 'sign-in', component: () => import('@/features/accounts/SignInPage.vue'), meta: { title: 'accounts.signIn' } },
  { path: '/register', name: 'register', component: () => import('@/features/accounts/RegisterPage.vue'), meta: { title: 'accounts.register' } },
  { path: '/settings', name: 'settings', component: () => import('@/features/accounts/SettingsPage.vue'), meta: { title: 'accounts.settings.title' } },
  { path: '/:path(.*)*', name: 'lost', component: () => import('./LostPage.vue'), meta: { title: 'shell.lost.title' } },
];

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

export function titleOf(key: string | undefined): string {
  const product = translate('shell.product');
  return key === undefined ? product : `${translate(key)} · ${product}`;
}
