import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { useSession } from '@/features/accounts';
import { lastSymbol } from '@/features/trading';
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
  { path: '/security', name: 'security', component: () => import('@/features/security/SecurityPage.vue'), meta: { title: 'security.title', needs: 'customer' } },
  { path: '/trade', redirect: () => ({ name: 'instrument', params: { symbol: lastSymbol() } }) },
  { path: '/portfolio', name: 'portfolio', component: () => import('@/features/portfolio/PortfolioPage.vue'), meta: { title: 'portfolio.title', needs: 'customer' } },
  { path: '/payments', name: 'payments', component: () => import('@/features/payments/PaymentsPage.vue'), meta: { title: 'payments.title', needs: 'customer' } },
  { path: '/operations', name: 'operations', component: () => import('@/features/operations/OperationsPage.vue'), meta: { title: 'operations.title', needs: 'staff' } },
  { path: '/risk', name: 'risk', component: () => import('@/features/risk/RiskPage.vue'), meta: { title: 'risk.title', needs: 'staff' } },
  { path: '/notices', name: 'notices', component: () => import('@/features/information/NoticesPage.vue'), meta: { title: 'information.notices.title', needs: 'staff' } },
  { path: '/settlement', name: 'settlement', component: () => import('@/features/settlement/SettlementPage.vue'), meta: { title: 'settlement.title', needs: 'staff' } },
  { path: '/venues', name: 'venues', component: () => import('@/features/venues/VenuesPage.vue'), meta: { title: 'venues.title', needs: 'staff' } },
  { path: '/help', name: 'help', component: () => import('@/features/information/HelpPage.vue'), meta: { title: 'information.title' } },
  { path: '/:path(.*)*', name: 'lost', component: () => import('./LostPage.vue'), meta: { title: 'shell.lost.title' } },
];

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

/** Signed-out visitors of a private page sign in first and come back to it; the server checks again in any case. */
router.beforeEach(async (to) => {
  if (to.meta.needs === undefined) return true;
  const session = useSession();
  if (session.me === undefined) await session.refresh();
  if (!session.isSignedIn) return { name: 'sign-in', query: { to: to.fullPath } };
  return to.meta.needs !== 'staff' || session.isStaff ? true : { name: 'lost', params: { path: ['staff'] } };
});

export function titleOf(key: string | undefined): string {
  const product = translate('shell.product');
  return key === undefined ? product : `${translate(key)} · ${product}`;
}
