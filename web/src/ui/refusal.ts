import type { Problem } from '@/api';
import { hasText, translate } from '@/language';

/** A refusal in the reader's words: what happened, why, what to do next. */
export interface Refusal {
  readonly what: string;
  /** The server's detail: why, and usually what to do. */
  readonly why: string | undefined;
  readonly next: string | undefined;
}

/**
 * The server says what it refused, why and what helps, in the reader's language. Where no server could (no answer, a
 * proxy's bare status), our own words stand in.
 */
export function explain(problem: Problem): Refusal {
  if (isSpoken(problem)) return { what: problem.title, why: problem.detail, next: undefined };
  const key = textKey(problem);
  return { what: translate(`refusal.${key}.what`), why: undefined, next: translate(`refusal.${key}.next`) };
}

function isSpoken(problem: Problem): boolean {
  return problem.status !== 0 && !problem.code.startsWith('HTTP_');
}

function textKey(problem: Problem): string {
  if (hasText(`refusal.${problem.code}.what`)) return problem.code;
  if (problem.status === 429) return 'RATE_LIMITED';
  if (problem.isSignedOut) return 'UNAUTHENTICATED';
  return problem.isOutage ? 'UNREACHABLE' : 'UNEXPECTED';
}
