import { http, type Candle, type Interval } from '@/api';

const PAGE = 300;

/** Weeks and months are put together from days by the server when asked; only the others are pushed. */
export const isPushed = (interval: Interval): boolean => interval !== '1w' && interval !== '1M';

/** One page of candles, oldest first, ending before `before` when given. */
export async function candlesBefore(symbol: string, interval: Interval, before?: string, limit = PAGE): Promise<readonly Candle[]> {
  const { items } = await http.get<{ items: readonly Candle[] }>(`/instruments/${encodeURIComponent(symbol)}/candles`, {
    query: { interval, limit, before },
  });
  return oldestFirst(items);
}

export function oldestFirst(items: readonly Candle[]): readonly Candle[] {
  const [first, second] = items;
  return first && second && first.openAt > second.openAt ? [...items].reverse() : items;
}

/** A pushed candle replaces the last one of the same time or follows it. */
export function withCandle(before: readonly Candle[], arrived: Candle): readonly Candle[] {
  const last = before.at(-1);
  if (last === undefined || arrived.openAt > last.openAt) return [...before, arrived];
  if (arrived.openAt === last.openAt) return [...before.slice(0, -1), arrived];
  return before.map((candle) => (candle.openAt === arrived.openAt ? arrived : candle));
}
