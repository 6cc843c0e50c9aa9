import type { Problem } from '@/api';
import { hasText, translate } from '@/language';

/** A refusal in the reader's words: what happened, why, what to do next. */
export interface Refusal {
  readonly what: string;
  readonly why: string | undefined;
  readonly next: string | undefined;
}

/**
 * Our own words for the codes that we know (each has a "next"); for all others the server's title and detail, which
 * come in the reader's language too.
 */
export function explain(problem: Problem): Refusal {
  const key = textKey(problem);
  const next = hasText(`refusal.${key}.next`) ? translate(`refusal.${key}.next`) : undefined;
  const known = hasText(`refusal.${key}.what`) ? translate(`refusal.${key}.what`) : undefined;
  const isOurs = problem.status === 0 || problem.isOutage;
  return {
    what: known ?? problem.title,
    why: isOurs ? undefined : problem.detail,
    next,
  };
}

/** The server has said what it is, in the reader's language; a bare status of a proxy has not. */
function isSpoken(problem: Problem): boolean {
  return problem.status !== 0 && !problem.code.startsWith('HTTP_');
}

function textKey(problem: Problem): string {
  if (hasText(`refusal.${problem.code}.what`) || isSpoken(problem)) return problem.code;
  if (problem.status === 429) return 'RATE_LIMITED';
  if (problem.isSignedOut) return 'UNAUTHENTICATED';
  if (problem.isOutage) return 'UNREACHABLE';
  return problem.code;
}
