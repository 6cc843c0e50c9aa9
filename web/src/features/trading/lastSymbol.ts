const KEY = 'pharos.lastSymbol';
const FIRST = '600101';

/** "Trade" in the navigation leads back to what was looked at last. */
export function lastSymbol(): string {
  try {
    return localStorage.getItem(KEY) ?? FIRST;
  } catch {
    return FIRST; // no storage
  }
}

export function rememberSymbol(symbol: string): void {
  try {
    localStorage.setItem(KEY, symbol);
  } catch {
    return; // no storage: the navigation leads to the first instrument
  }
}
