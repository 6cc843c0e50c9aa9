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
  /** Single keys act: `/`, `?`, `g m`. */
  shortcuts: boolean;
}

/** Those that the account keeps, too. */
export type Shared = Pick<Preferences, 'language' | 'theme' | 'colourScheme'>;
const SHARED = ['language', 'theme', 'colourScheme'] as const;

const KEY = 'pharos.preferences';

/** What is stored: the preferences, and which of the shared ones were chosen here and are not in the account yet. */
interface Stored extends Partial<Preferences> {
  readonly unsaved?: readonly (keyof Shared)[];
}

function stored(): Stored {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Stored;
  } catch {
    return {}; // private mode, or text of another hand: start from the defaults
  }
}

function store(preferences: Stored): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    return; // no storage: the choice lasts as long as the page
  }
}

export const usePreferences = defineStore('preferences', () => {
  const { unsaved: left = [], ...before } = stored();
  const unsaved = reactive(new Set<keyof Shared>(left));
  const chosen = reactive<Preferences>({
    language: languageOfBrowser(),
    theme: 'SYSTEM',
    colourScheme: 'AUTO',
    flash: true,
    hideAmounts: false,
    confirmOrders: true,
    shortcuts: true,
    ...before,
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
  watch([chosen, unsaved], () => store({ ...chosen, unsaved: [...unsaved] }));

  let following = false;
  for (const key of SHARED) {
    watch(() => chosen[key], () => following || unsaved.add(key), { flush: 'sync' });
  }

  /** Takes over what the account says, except where a choice was made in this browser that the account does not know yet. */
  function follow(account: Shared): void {
    following = true;
    for (const key of SHARED) if (!unsaved.has(key)) Object.assign(chosen, { [key]: account[key] });
    following = false;
  }

  /** The account has these now: from here on it may say otherwise, for instance because another browser did. */
  function saved(account: Shared): void {
    for (const key of SHARED) if (account[key] === chosen[key]) unsaved.delete(key);
  }

  return { ...toRefs(chosen), isDark, riseIsRed, follow, saved };
});
