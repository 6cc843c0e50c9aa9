/** One wrong field of a refused request: an RFC 6901 pointer such as "/price" and a stable code. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
}

/** What went wrong with a call, in the one shape that every screen can show. */
export class Problem extends Error {
  constructor(
    /** HTTP status; 0 when there was no answer at all. */
    readonly status: number,
    /** Stable code, UPPER_SNAKE; the key of our own texts. */
    readonly code: string,
    readonly title: string,
    readonly detail: string | undefined,
    readonly fields: readonly FieldProblem[] = [],
    readonly requestId: string | undefined = undefined,
    readonly retryAfterSeconds: number | undefined = undefined,
  ) {
    super(detail ?? title);
    this.name = 'Problem';
  }

  /** The part that should have answered is down; what it owns is missing, the rest works. */
  get isOutage(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || (this.status === 504 && !this.isUnknown);
  }

  /** Nobody can tell yet whether it happened. Never shown as a failure. */
  get isUnknown(): boolean {
    return this.code === 'EXECUTION_UNKNOWN' || this.code === 'UNKNOWN';
  }

  /** Nobody is signed in. A wrong password or code is answered 401, too, and ends no session. */
  get isSignedOut(): boolean {
    return this.status === 401 && (this.code === 'UNAUTHENTICATED' || this.code === 'HTTP_401');
  }
}

export function asProblem(cause: unknown): Problem {
  if (cause instanceof Problem) return cause;
  return new Problem(0, 'CLIENT_ERROR', cause instanceof Error ? cause.message : String(cause), undefined);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function fieldsOf(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((field) => {
    const detail = text(field['detail']);
    const known = { pointer: text(field['pointer']) ?? '', code: text(field['code']) ?? 'MALFORMED' };
    return detail === undefined ? known : { ...known, detail };
  });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads an answer that is not 2xx, whether it is problem+json or the page of a proxy that stands in front. */
export async function problemOf(response: Response): Promise<Problem> {
  const raw = await response.text().catch(() => '');
  let body: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(raw);
    if (isRecord(parsed)) body = parsed;
  } catch {
    body = {}; // a proxy's HTML page: the status says enough
  }
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return new Problem(
    response.status,
    text(body['code']) ?? `HTTP_${response.status}`,
    text(body['title']) ?? (response.statusText || `HTTP ${response.status}`),
    text(body['detail']),
    fieldsOf(body['errors']),
    text(body['requestId']) ?? response.headers.get('X-Request-Id') ?? undefined,
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  );
}
