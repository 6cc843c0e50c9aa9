import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http, newIntentKey, type Balance, type Draft, type Estimate, type Execution, type NewOrder, type Order, type OrderChange, type Page } from '@/api';
import { sign } from '@/money';
import type { OrderDesk } from './intent';

const OPEN_LIMIT = 100;
const PAGE = 50;

export const isOpen = (order: Order): boolean => order.status === 'PENDING_TRIGGER' || order.status === 'NEW' || order.status === 'PARTIALLY_FILLED';

/** What an order is without what goes with it. */
function alone(draft: Draft): NewOrder {
  const order = { ...draft };
  delete order.stop;
  delete order.exits;
  return order;
}

async function placeLinked(order: NewOrder, stop: NonNullable<Draft['stop']>, idempotencyKey: string): Promise<Order> {
  const body = { ...order, other: { type: 'STOP', ...stop } };
  const { orders } = await http.post<{ orders: readonly [first: Order, other: Order] }>('/order-lists/oco', { body, idempotencyKey });
  return orders[0];
}

function placeBracket(order: NewOrder, exits: NonNullable<Draft['exits']>, idempotencyKey: string): Promise<Order> {
  const body = { ...order, takeProfitPrice: exits.takeProfitPrice, stopLoss: { type: 'STOP', triggerPrice: exits.triggerPrice } };
  return http.post<Order>('/order-lists/bracket', { body, idempotencyKey });
}

function place(draft: Draft, idempotencyKey: string): Promise<Order> {
  const order = alone(draft);
  if (draft.stop) return placeLinked(order, draft.stop, idempotencyKey);
  if (draft.exits) return placeBracket(order, draft.exits, idempotencyKey);
  return http.post<Order>('/orders', { body: order, idempotencyKey });
}

/** The desk that talks to the platform. */
export const desk: OrderDesk = {
  place: async (order, idempotencyKey) => whole(await place(order, idempotencyKey)),
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
/** What goes with an order costs nothing before the order itself has traded. */
export const estimateOrder = (order: Draft, signal: AbortSignal) => http.post<Estimate>('/orders/estimate', { body: alone(order), signal });

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
