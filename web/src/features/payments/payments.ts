import { useInfiniteQuery } from '@tanstack/vue-query';
import { http, type Money, type Page, type Payment } from '@/api';

export type PaymentKind = Payment['kind'];

const PAGE = 20;
const WATCH_MILLIS = 2_000;

const isUnsettled = (payment: Payment): boolean => payment.status === 'PENDING' || payment.status === 'UNKNOWN';

/** Payments, newest first; while one of them is under way, asked again every two seconds. */
export function usePayments() {
  return useInfiniteQuery({
    queryKey: ['mine', 'payments'],
    queryFn: ({ pageParam }) => http.get<Page<Payment>>('/payments', { query: { limit: PAGE, pageToken: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextPageToken ?? undefined,
    refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.items.some(isUnsettled)) ? WATCH_MILLIS : false),
  });
}

/** The key belongs to the intent: a repeat after a lost answer cannot move the money twice. */
export function pay(kind: PaymentKind, amount: Money, idempotencyKey: string): Promise<Payment> {
  return http.post<Payment>(kind === 'DEPOSIT' ? '/deposits' : '/withdrawals', { body: { amount }, idempotencyKey });
}
