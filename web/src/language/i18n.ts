import { createI18n } from 'vue-i18n';
import { texts } from './all';
import { pick } from './texts';

export type Language = 'zh-CN' | 'en';
export const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as Language,
  fallbackLocale: 'en',
  messages: { 'zh-CN': pick(texts, 0), en: pick(texts, 1) },
});

/** For code outside components. */
export const translate = (key: string, named: Record<string, unknown> = {}): string => i18n.global.t(key, named);

export function hasText(key: string): boolean {
  return i18n.global.te(key, 'zh-CN');
}

/** The browser's wish on the first visit. */
export function languageOfBrowser(wishes: readonly string[] = navigator.languages): Language {
  for (const wish of wishes) {
    if (wish.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (wish.toLowerCase().startsWith('en')) return 'en';
  }
  return 'en';
}
