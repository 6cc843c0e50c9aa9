import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { useI18n } from 'vue-i18n';
import { http, type Instrument } from '@/api';

/** All listings; they change rarely (a phase change comes with the quotes). */
export function useInstruments() {
  return useQuery({
    queryKey: ['instruments'],
    queryFn: async () => (await http.get<{ items: readonly Instrument[] }>('/instruments')).items,
    staleTime: 60_000,
    refetchInterval: 60_000,
  });
}

export function useInstrument(symbol: MaybeRefOrGetter<string>) {
  const all = useInstruments();
  const instrument = computed(() => all.data.value?.find((candidate) => candidate.symbol === toValue(symbol)));
  return { ...all, instrument };
}

/** The name in the reader's language. */
export function useInstrumentName() {
  const { locale } = useI18n();
  return (instrument: Pick<Instrument, 'name' | 'symbol'> | undefined): string => {
    if (instrument === undefined) return '';
    return (locale.value === 'en' ? instrument.name.en : instrument.name.zh) || instrument.symbol;
  };
}

/**
 * Instruments whose code, names or pinyin (`guizhoumaotai`, `gzmt`; the server spells it) contain every word that was
 * typed; those where something begins with the first word come first.
 */
export function matching(instruments: readonly Instrument[], typed: string): Instrument[] {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const [first = ''] = words;
  const keysOf = ({ symbol, name, pinyin }: Instrument) => [symbol, name.zh, name.en, ...pinyin].map((key) => key.toLowerCase());
  const begins = (instrument: Instrument) => keysOf(instrument).some((key) => key.startsWith(first));
  const found = instruments.filter((instrument) => words.every((word) => keysOf(instrument).some((key) => key.includes(word))));
  return [...found.filter(begins), ...found.filter((instrument) => !begins(instrument))];
}
