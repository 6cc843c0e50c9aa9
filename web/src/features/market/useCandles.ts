import { onScopeDispose, shallowRef, watch } from 'vue';
import { asProblem, type Candle, type Interval, type Problem } from '@/api';
import { useStream } from '@/stream';
import { candlesBefore, isPushed, withCandle } from './candles';

const ROLLED_MILLIS = 3_000;

/** The candles of one instrument and interval, oldest first: a first page, older pages on demand, pushed changes. */
export function useCandles(symbol: () => string, interval: () => Interval) {
  const candles = shallowRef<readonly Candle[]>();
  const problem = shallowRef<Problem | null>(null);
  const stream = useStream();
  const followers = new Set<(candle: Candle) => void>();
  let leave: () => void = () => undefined;
  let visit = 0;

  async function start(): Promise<void> {
    const mine = ++visit;
    leave();
    candles.value = undefined;
    problem.value = null;
    try {
      const page = await candlesBefore(symbol(), interval());
      if (mine !== visit) return;
      candles.value = page;
      leave = followStream(mine);
    } catch (cause) {
      if (mine === visit) problem.value = asProblem(cause);
    }
  }

  function followStream(mine: number): () => void {
    if (isPushed(interval())) {
      return stream.subscribe(`candles:${symbol()}:${interval()}`, { onMessage: ({ data }) => push((data as { items: readonly Candle[] }).items) });
    }
    // Each change of the day changes its week and month: their newest candle is asked for, at most every few seconds.
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      waiting = undefined;
      const newest = await candlesBefore(symbol(), interval(), undefined, 1).catch(() => []);
      if (mine === visit) push(newest);
    };
    const unsubscribe = stream.subscribe(`candles:${symbol()}:1d`, { onMessage: () => (waiting ??= setTimeout(ask, ROLLED_MILLIS)) });
    return () => (clearTimeout(waiting), unsubscribe());
  }

  function push(items: readonly Candle[]): void {
    for (const candle of items.slice(-2)) {
      candles.value = withCandle(candles.value ?? [], candle);
      for (const follower of followers) follower(candle);
    }
  }

  /** Earlier candles, put in front; an empty answer means that there are none. */
  async function older(): Promise<readonly Candle[]> {
    const first = candles.value?.[0];
    if (first === undefined) return [];
    const mine = visit;
    const page = await candlesBefore(symbol(), interval(), first.openAt).catch(() => []);
    const earlier = page.filter((candle) => candle.openAt < first.openAt);
    if (mine === visit) candles.value = [...earlier, ...(candles.value ?? [])];
    return earlier;
  }

  watch([symbol, interval], start, { immediate: true });
  onScopeDispose(() => {
    visit++;
    leave();
  });

  function follow(follower: (candle: Candle) => void): () => void {
    followers.add(follower);
    return () => followers.delete(follower);
  }

  return { candles, problem, retry: start, older, follow };
}
