export { default as MarginPanel } from './MarginPanel.vue';
export { default as MarginDeskPanel } from './MarginDeskPanel.vue';
export { useMargin } from './margin';
