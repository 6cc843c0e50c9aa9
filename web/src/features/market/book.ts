import { shallowRef, watch, onScopeDispose, toValue, type MaybeRefOrGetter } from 'vue';
import { isRecord, type Depth, type DepthLevel } from '@/api';
import { approximate, compare, sign, type Decimal } from '@/money';
import { useStream } from '@/stream';

type Change = readonly [side: 'bid' | 'ask', price: Decimal, total: Decimal];

/** A depth message either replaces both sides or changes single levels ("0" removes one). */
export function fold(before: Depth | undefined, data: unknown): Depth | undefined {
  if (!isRecord(data)) return before;
  if (Array.isArray(data['bids']) && Array.isArray(data['asks'])) {
    return { bids: data['bids'] as DepthLevel[], asks: data['asks'] as DepthLevel[] };
  }
  if (!Array.isArray(data['changes']) || before === undefined) return before;
  const changes = data['changes'] as readonly Change[];
  return {
    bids: changed(before.bids, changes.filter(([side]) => side === 'bid'), (a, b) => compare(b, a)),
    asks: changed(before.asks, changes.filter(([side]) => side === 'ask'), compare),
  };
}

function changed(levels: readonly DepthLevel[], changes: readonly Change[], order: (a: Decimal, b: Decimal) => number) {
  const byPrice = new Map(levels.map((level) => [level[0], level]));
  for (const [, price, total] of changes) {
    if (sign(total) === 0) byPrice.delete(price);
    else byPrice.set(price, [price, total]);
  }
  return [...byPrice.values()].sort((a, b) => order(a[0], b[0]));
}

/** The live depth of one instrument; `refused` when the market part does not give it. */
export function useDepth(symbol: MaybeRefOrGetter<string>) {
  const depth = shallowRef<Depth>();
  const refused = shallowRef<string>();
  const stream = useStream();
  let leave: () => void = () => undefined;
  watch(
    () => toValue(symbol),
    (of) => {
      leave();
      depth.value = undefined;
      refused.value = undefined;
      leave = stream.subscribe(`depth:${of}`, {
        onMessage(message) {
          refused.value = undefined;
          depth.value = fold(message.type === 'snapshot' ? undefined : depth.value, message.data);
        },
        onError: (code) => (refused.value = code),
      });
    },
    { immediate: true },
  );
  onScopeDispose(() => leave());
  return { depth, refused };
}

export interface BookRow {
  readonly price: Decimal;
  readonly quantity: Decimal;
  /** Width of the depth bar, 0..100: this level against the largest one shown on either side. */
  readonly share: number;
}

/** The first `count` levels of a side, padded with undefined so that the panel never changes its height. */
export function rows(side: readonly DepthLevel[], count: number, largest: number): (BookRow | undefined)[] {
  return Array.from({ length: count }, (_, index) => {
    const level = side[index];
    if (level === undefined) return undefined;
    return { price: level[0], quantity: level[1], share: largest === 0 ? 0 : (approximate(level[1]) / largest) * 100 };
  });
}

export function largestOf(depth: Depth, count: number): number {
  const shown = [...depth.bids.slice(0, count), ...depth.asks.slice(0, count)];
  return shown.reduce((most, level) => Math.max(most, approximate(level[1])), 0);
}
