import { defineStore } from 'pinia';
import { computed, ref, shallowReactive, toValue, type MaybeRefOrGetter } from 'vue';
import type { Quote } from '@/api';
import { useOutage } from '@/features/status';
import { useStream } from '@/stream';

/** The latest quote of every instrument, pushed. Subscribed once, by whoever first asks, for the life of the page. */
export const useQuotes = defineStore('quotes', () => {
  const bySymbol = shallowReactive(new Map<string, Quote>());
  const refusedSince = ref<number>();
  /** False until the first snapshot, so that a list can tell "not yet" from "nothing". */
  const arrived = ref(false);

  useStream().subscribe('quotes', {
    onMessage({ data }) {
      refusedSince.value = undefined;
      arrived.value = true;
      for (const quote of (data as { items: readonly Quote[] }).items) bySymbol.set(quote.symbol, quote);
    },
    onError() {
      refusedSince.value ??= Date.now();
    },
  });

  return { bySymbol, arrived, refusedSince };
});

export function useQuote(symbol: MaybeRefOrGetter<string>) {
  const quotes = useQuotes();
  return computed(() => quotes.bySymbol.get(toValue(symbol)));
}

/** Whether numbers of the market may be taken for live; if not, since when they stand still. */
export function useFreshness() {
  const stream = useStream();
  const quotes = useQuotes();
  const outage = useOutage('market');
  const since = computed<number | string | undefined>(
    () => stream.lostAt ?? outage.value?.since ?? (outage.value ? Date.now() : undefined) ?? quotes.refusedSince,
  );
  return { since, isStale: computed(() => since.value !== undefined) };
}
