import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { http, type Draft, type OwnLimit, type OwnLimits } from '@/api';
import { add, compare, decimal, divideFloor, multiply, subtract, type Decimal } from '@/money';
import type { Cost } from './ticket';

const REFRESH_MILLIS = 15_000;

/** What binds the customer's orders in an instrument, and the kill switch that blocks them, if any. */
export function useOwnLimits(symbol: () => string, signedIn: () => boolean) {
  const query = useQuery({
    queryKey: computed(() => ['mine', 'limits', symbol()]),
    queryFn: () => http.get<OwnLimits>(`/limits/mine?symbol=${encodeURIComponent(symbol())}`),
    enabled: computed(signedIn),
    refetchInterval: REFRESH_MILLIS,
  });
  return { blockedBy: computed(() => query.data.value?.blockedBy), items: computed(() => query.data.value?.items ?? []), refetch: () => query.refetch() };
}

const HUNDRED = decimal('100');

/** The limits that an order would break, as far as the screen can tell; the platform decides. */
export function brokenLimits(limits: readonly OwnLimit[], order: Draft | undefined, cost: Cost | undefined, last: Decimal | undefined): readonly OwnLimit[] {
  if (order === undefined) return [];
  return limits.filter(({ kind, value }) => {
    if (kind === 'ORDER_QUANTITY') return compare(order.quantity, value) > 0;
    if (kind === 'ORDER_NOTIONAL') return cost !== undefined && compare(cost.notional, value) > 0;
    if (kind !== 'PRICE_COLLAR' || order.type !== 'LIMIT' || order.price === undefined || last === undefined) return false;
    const width = divideFloor(multiply(last, value), HUNDRED, 8);
    return order.side === 'BUY' ? compare(order.price, add(last, width)) > 0 : compare(order.price, subtract(last, width)) < 0;
  });
}
