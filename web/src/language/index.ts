export * from './i18n';
export * from './dates';
export type { Texts } from './texts';
