import { defineAsyncComponent } from 'vue';

/** The chart comes with the first instrument that is opened, not with the start page. */
export const CandlePanel = defineAsyncComponent(() => import('./CandlePanel.vue'));
export { default as DepthPanel } from './DepthPanel.vue';
export { default as InstrumentSearch } from './InstrumentSearch.vue';
export { default as QuoteHeader } from './QuoteHeader.vue';
export { default as TapePanel } from './TapePanel.vue';
export { useInstrument, useInstrumentName, useInstruments } from './instruments';
export { isCall } from './phases';
export { useFreshness, useQuote, useQuotes } from './quotes';
