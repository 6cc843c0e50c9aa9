export { default as NoticeBanner } from './NoticeBanner.vue';
