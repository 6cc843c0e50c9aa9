import { onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue';
import type { Trade } from '@/api';
import { compare } from '@/money';
import { useStream } from '@/stream';

export const TAPE_MAX = 50;

/** Newest first, without repeats, cut to what is shown. */
export function merged(before: readonly Trade[], arrived: readonly Trade[]): Trade[] {
  const known = new Set(before.map((trade) => trade.id));
  const fresh = arrived.filter((trade) => !known.has(trade.id));
  return [...fresh, ...before].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, TAPE_MAX);
}

/** +1, 0 or -1: each trade's price against the trade before it. */
export function moves(trades: readonly Trade[]): (1 | 0 | -1)[] {
  return trades.map((trade, index) => {
    const before = trades[index + 1];
    return before === undefined ? 0 : compare(trade.price, before.price);
  });
}

export function useTape(symbol: MaybeRefOrGetter<string>) {
  const trades = shallowRef<readonly Trade[]>();
  const refused = shallowRef<string>();
  const stream = useStream();
  let leave: () => void = () => undefined;
  watch(
    () => toValue(symbol),
    (of) => {
      leave();
      trades.value = undefined;
      refused.value = undefined;
      leave = stream.subscribe(`trades:${of}`, {
        onMessage({ type, data }) {
          refused.value = undefined;
          const { items } = data as { items: readonly Trade[] };
          trades.value = merged(type === 'snapshot' ? [] : (trades.value ?? []), items);
        },
        onError: (code) => (refused.value = code),
      });
    },
    { immediate: true },
  );
  onScopeDispose(() => leave());
  return { trades, refused };
}
