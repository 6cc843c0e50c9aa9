import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http, newIntentKey, type Balance, type Estimate, type Execution, type NewOrder, type Order, type OrderChange, type Page } from '@/api';
import { sign } from '@/money';
import type { OrderDesk } from './intent';

const OPEN_LIMIT = 100;
const PAGE = 50;

export const isOpen = (order: Order): boolean => order.status === 'PENDING_TRIGGER' || order.status === 'NEW' || order.status === 'PARTIALLY_FILLED';

/** A limit order with a trigger price is two orders: it, and a stop at that price, of which one cancels the other. */
const isLinked = (order: NewOrder): boolean => order.type === 'LIMIT' && order.triggerPrice !== undefined;

async function placeLinked({ symbol, side, quantity, price, triggerPrice, timeInForce, expiresAt, selfTradePrevention, clientOrderId }: NewOrder, idempotencyKey: string): Promise<Order> {
  const body = { symbol, side, quantity, price, stop: { type: 'STOP', triggerPrice }, timeInForce, expiresAt, selfTradePrevention, clientOrderId };
  const { orders } = await http.post<{ orders: readonly [limit: Order, stop: Order] }>('/order-lists/oco', { body, idempotencyKey });
  return orders[0];
}

/** The desk that talks to the platform. */
export const desk: OrderDesk = {
  place: async (order, idempotencyKey) => whole(await (isLinked(order) ? placeLinked(order, idempotencyKey) : http.post<Order>('/orders', { body: order, idempotencyKey }))),
  find: async (clientOrderId) => (await http.get<Page<Order>>('/orders', { query: { clientOrderId, state: 'all' } })).items[0],
};

/** A fill of this very moment may not be in the tables yet: its average price and fees are asked for once more. */
async function whole(placed: Order): Promise<Order> {
  if (sign(placed.filledQuantity) === 0 || placed.averagePrice) return placed;
  return http.get<Order>(`/orders/${placed.id}`).catch(() => placed);
}

export const changeOrder = (id: string, change: OrderChange) =>
  http.patch<Order>(`/orders/${id}`, { body: change, idempotencyKey: newIntentKey() });
export const cancelOrder = (id: string) => http.delete<Order>(`/orders/${id}`);
export const cancelAll = (symbol?: string) => http.delete<{ cancelled: number }>('/orders', { query: { symbol } });
/** Of two linked orders only the limit order costs anything before the stop is set off. */
export const estimateOrder = (order: NewOrder, signal: AbortSignal) => http.post<Estimate>('/orders/estimate', { body: isLinked(order) ? { ...order, triggerPrice: undefined } : order, signal });

/** Open orders, newest first; of one instrument when a symbol is given. */
export function useOpenOrders(symbol?: MaybeRefOrGetter<string>, enabled: MaybeRefOrGetter<boolean> = true) {
  const query = useQuery({
    queryKey: ['mine', 'orders', 'open'],
    queryFn: () => http.get<Page<Order>>('/orders', { query: { state: 'open', limit: OPEN_LIMIT } }),
    enabled: () => toValue(enabled),
  });
  const orders = computed(() => {
    const of = symbol === undefined ? undefined : toValue(symbol);
    return query.data.value?.items.filter((order) => isOpen(order) && (of === undefined || order.symbol === of));
  });
  return { ...query, orders };
}

/** Finished orders and, through `state`, all of them; pages on demand. */
export function useOrderHistory() {
  return useInfiniteQuery({
    queryKey: ['mine', 'orders', 'closed'],
    queryFn: ({ pageParam }) => http.get<Page<Order>>('/orders', { query: { state: 'closed', limit: PAGE, pageToken: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextPageToken ?? undefined,
  });
}

export function useExecutions() {
  return useInfiniteQuery({
    queryKey: ['mine', 'executions'],
    queryFn: ({ pageParam }) => http.get<Page<Execution>>('/executions', { query: { limit: PAGE, pageToken: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextPageToken ?? undefined,
  });
}

/** What the account has of each asset. */
export function useBalances() {
  return useQuery({
    queryKey: ['mine', 'balances'],
    queryFn: async () => (await http.get<{ items: readonly Balance[] }>('/balances')).items,
  });
}

/** After a write of our own: what it may have changed is asked again. Nothing is assumed. */
export function useRefreshMine() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['mine'] });
}
