import { shallowRef } from 'vue';

/** What the shell's live region reads out and shows for a while: confirmed outcomes, never guesses. */
export interface Announcement {
  readonly id: number;
  readonly text: string;
}

export const announcement = shallowRef<Announcement>();
let count = 0;

export function announce(text: string): void {
  announcement.value = { id: ++count, text };
}
