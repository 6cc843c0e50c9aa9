export { default as CandlePanel } from './CandlePanel.vue';
export { default as DepthPanel } from './DepthPanel.vue';
export { default as InstrumentSearch } from './InstrumentSearch.vue';
export { default as QuoteHeader } from './QuoteHeader.vue';
export { default as TapePanel } from './TapePanel.vue';
export { useInstrument, useInstrumentName, useInstruments } from './instruments';
export { useFreshness, useQuote, useQuotes } from './quotes';
