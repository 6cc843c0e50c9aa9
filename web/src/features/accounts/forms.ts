/** As strict as helps a person who mistyped; the server decides. */
export function looksLikeEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim());
}

export const PASSWORD_MIN = 12;

/** Where to go after signing in: only a path of our own, never another site. */
export function returnPath(wish: unknown): string {
  return typeof wish === 'string' && /^\/(?![/\\])/.test(wish) ? wish : '/';
}
