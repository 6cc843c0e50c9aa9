import { Problem, problemOf } from './problem';

export const API = '/api/v1';
const TIMEOUT_MILLIS = 15_000;

interface Call {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** One key per intent: a repeat of the same intent carries the same key and is answered, not executed, again. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal | undefined;
}

interface Surroundings {
  /** The reader's language for texts that the server writes. */
  language: () => string;
  /** Called once for each answer that nobody is signed in, so that the session store learns that it has ended. */
  onSignedOut: () => void;
}

const surroundings: Surroundings = { language: () => 'zh-CN', onSignedOut: () => undefined };

export function configureHttp(changed: Partial<Surroundings>): void {
  Object.assign(surroundings, changed);
}

function csrfToken(): string | undefined {
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return found === undefined ? undefined : decodeURIComponent(found.slice('XSRF-TOKEN='.length));
}

/** The cookie comes with any GET of the session; the first write of a fresh visit may have to fetch it. */
async function ensureCsrfToken(): Promise<string> {
  if (csrfToken() === undefined) await fetch(`${API}/session`, { headers: { Accept: 'application/json' } });
  return csrfToken() ?? '';
}

function address(path: string, query: Call['query']): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const search = parameters.toString();
  return `${API}${path}${search === '' ? '' : `?${search}`}`;
}

async function send(method: string, path: string, call: Call): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': surroundings.language(),
  };
  if (call.body !== undefined) headers['Content-Type'] = 'application/json';
  if (call.idempotencyKey !== undefined) headers['Idempotency-Key'] = call.idempotencyKey;
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = await ensureCsrfToken();
  const timeout = AbortSignal.timeout(TIMEOUT_MILLIS);
  return fetch(address(path, call.query), {
    method,
    headers,
    credentials: 'same-origin',
    signal: call.signal === undefined ? timeout : AbortSignal.any([call.signal, timeout]),
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
}

async function request<T>(method: string, path: string, call: Call = {}): Promise<T> {
  let response: Response;
  try {
    response = await send(method, path, call);
  } catch (cause) {
    if (call.signal?.aborted === true) throw cause;
    const timedOut = cause instanceof DOMException && cause.name === 'TimeoutError';
    throw new Problem(0, timedOut ? 'TIMED_OUT' : 'UNREACHABLE', timedOut ? 'Timed out' : 'Unreachable', undefined);
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.isSignedOut) surroundings.onSignedOut();
    throw problem;
  }
  if (response.status === 204) return undefined as T;
  const raw = await response.text();
  return (raw === '' ? undefined : JSON.parse(raw)) as T;
}

export const http = {
  get: <T>(path: string, call?: Call) => request<T>('GET', path, call),
  post: <T>(path: string, call?: Call) => request<T>('POST', path, call),
  patch: <T>(path: string, call?: Call) => request<T>('PATCH', path, call),
  delete: <T>(path: string, call?: Call) => request<T>('DELETE', path, call),
};

/** A fresh key for one intent of the person at the screen. Works without a secure context, unlike randomUUID. */
export function newIntentKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
