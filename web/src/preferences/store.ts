import { defineStore } from 'pinia';
import { computed, reactive, toRefs, watch, watchEffect } from 'vue';
import type { ColourScheme, Theme } from '@/api';
import { i18n, languageOfBrowser, type Language } from '@/language';

/** How the reader wants to see things. Kept in this browser; signed in, the account keeps the first three too. */
export interface Preferences {
  language: Language;
  theme: Theme;
  colourScheme: ColourScheme;
  flash: boolean;
  hideAmounts: boolean;
  confirmOrders: boolean;
}

const KEY = 'pharos.preferences';

function stored(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
  } catch {
    return {}; // private mode, or text of another hand: start from the defaults
  }
}

function store(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    return; // no storage: the choice lasts as long as the page
  }
}

export const usePreferences = defineStore('preferences', () => {
  const chosen = reactive<Preferences>({
    language: languageOfBrowser(),
    theme: 'SYSTEM',
    colourScheme: 'AUTO',
    flash: true,
    hideAmounts: false,
    confirmOrders: true,
    ...stored(),
  });
  const system = matchMedia('(prefers-color-scheme: dark)');
  const surroundings = reactive({ isDark: system.matches });
  system.addEventListener('change', (event) => (surroundings.isDark = event.matches));

  const isDark = computed(() => (chosen.theme === 'SYSTEM' ? surroundings.isDark : chosen.theme === 'DARK'));
  const riseIsRed = computed(() =>
    chosen.colourScheme === 'AUTO' ? chosen.language === 'zh-CN' : chosen.colourScheme === 'RISE_RED',
  );

  watchEffect(() => {
    const root = document.documentElement;
    root.lang = chosen.language;
    root.dataset['theme'] = isDark.value ? 'dark' : 'light';
    root.dataset['rise'] = riseIsRed.value ? 'red' : 'green';
    i18n.global.locale.value = chosen.language;
  });
  watch(chosen, (now) => store({ ...now }));

  return { ...toRefs(chosen), isDark, riseIsRed };
});
