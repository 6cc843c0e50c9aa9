import { defineStore } from 'pinia';
import { ref } from 'vue';

const KEY = 'pharos.watchlist';

function stored(): string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(read) ? read.filter((symbol) => typeof symbol === 'string') : [];
  } catch {
    return []; // no storage: the list lives as long as the page
  }
}

/** 自选: symbols that the reader has starred, kept in this browser, also when signed out. */
export const useWatchlist = defineStore('watchlist', () => {
  const symbols = ref(stored());

  function toggle(symbol: string): void {
    symbols.value = symbols.value.includes(symbol)
      ? symbols.value.filter((starred) => starred !== symbol)
      : [...symbols.value, symbol];
    try {
      localStorage.setItem(KEY, JSON.stringify(symbols.value));
    } catch {
      return; // as above
    }
  }

  return { symbols, toggle };
});
