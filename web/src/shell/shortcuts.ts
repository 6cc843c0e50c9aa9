import { onMounted, onUnmounted, ref } from 'vue';
import { useRouter, type RouteLocationRaw } from 'vue-router';
import { usePreferences } from '@/preferences';

/** Pressed before the letter of a place. */
export const CHORD = 'g';

/** After it, a letter within this time leads to a place. */
const CHORD_MILLIS = 1_500;

/** Letter → the place, named as in the rail. */
export const PLACES: Readonly<Record<string, { readonly key: string; readonly to: RouteLocationRaw }>> = {
  m: { key: 'market', to: { name: 'market' } },
  t: { key: 'trade', to: '/trade' },
  a: { key: 'portfolio', to: { name: 'portfolio' } },
  p: { key: 'payments', to: { name: 'payments' } },
  h: { key: 'help', to: { name: 'help' } },
  s: { key: 'settings', to: { name: 'settings' } },
};

/** What the help lists: what one presses, and what it does (a key of `shell.keys`). */
export const KEYS: readonly { readonly group: string; readonly rows: readonly { readonly keys: readonly string[]; readonly does: string }[] }[] = [
  { group: 'everywhere', rows: [{ keys: ['/'], does: 'search' }, { keys: ['?'], does: 'help' }, { keys: ['Esc'], does: 'close' }] },
  { group: 'chart', rows: [{ keys: ['←', '→'], does: 'move' }, { keys: ['+', '−'], does: 'zoom' }] },
  { group: 'ticket', rows: [{ keys: ['↑', '↓'], does: 'step' }, { keys: ['Enter'], does: 'send' }] },
];

/** Whether a key belongs to the element that has the focus, to the browser, or to an open dialog. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const at = event.target;
  if (!(at instanceof HTMLElement)) return false;
  return at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.closest('[role=dialog]') !== null;
}

/** `?` opens the help, `g` and a letter lead to a place. The reader may switch single keys off (WCAG 2.1.4). */
export function useShortcuts() {
  const router = useRouter();
  const preferences = usePreferences();
  const helpOpen = ref(false);
  let chordUntil = 0;

  function press(event: KeyboardEvent): void {
    if (!preferences.shortcuts || isTaken(event)) return;
    const place = event.timeStamp <= chordUntil ? PLACES[event.key] : undefined;
    chordUntil = event.key === CHORD ? event.timeStamp + CHORD_MILLIS : 0;
    if (place !== undefined) void router.push(place.to);
    else if (event.key === '?') helpOpen.value = true;
    else return;
    event.preventDefault();
  }

  onMounted(() => addEventListener('keydown', press));
  onUnmounted(() => removeEventListener('keydown', press));
  return { helpOpen };
}
