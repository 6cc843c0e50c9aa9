import { useQuery } from '@tanstack/vue-query';
import { http, isRecord, type BankMode, type Health, type Instrument, type Phase, type StatusPart } from '@/api';

export const HEALTH_SECONDS = 3;

/** The health report of the platform; what a process does not know is absent. */
export interface HealthReport {
  readonly members?: readonly Member[];
  /** Whether the members' states are equal; absent while no two of them can be compared. */
  readonly agreement?: Agreement | null;
  readonly processes?: readonly ProcessView[];
  readonly projections?: readonly Projection[];
  readonly [part: string]: unknown;
}

type Known<T> = T | null | undefined;

export interface Member {
  readonly memberId: number;
  readonly address?: string;
  readonly role?: string;
  readonly since?: string;
  readonly commitPosition?: Known<number>;
  readonly logPosition?: Known<number>;
  readonly sequence?: Known<number>;
  readonly digest?: Known<string>;
  readonly digestSequence?: Known<number>;
  readonly snapshotAgeSeconds?: Known<number>;
  readonly journalLag?: Known<number>;
  readonly errors?: Known<number>;
}

export interface Agreement {
  readonly sequence: number;
  readonly members: number;
  readonly equal: boolean;
}

export interface ProcessView {
  readonly address: string;
  readonly state: Health;
  readonly since: string;
  readonly pid?: Known<number>;
  readonly uptimeSeconds?: Known<number>;
  readonly parts: readonly StatusPart[];
}

export interface Projection {
  readonly name: string;
  readonly process?: string;
  readonly sequence?: number;
  readonly lag?: number;
}

export function useHealth() {
  return useQuery({ queryKey: ['operations', 'health'], queryFn: () => http.get<HealthReport>('/operations/health'), refetchInterval: HEALTH_SECONDS * 1_000 });
}

export type PhaseAction = 'halt' | 'open' | 'close';

export const changePhase = (symbol: string, action: PhaseAction, reason: string) =>
  http.post<Instrument>(`/operations/instruments/${encodeURIComponent(symbol)}/${action}`, { body: { reason } });

/** Phases that staff may call. */
export const CALLS = ['OPENING_AUCTION', 'VOLATILITY_INTERRUPTION', 'CLOSING_AUCTION', 'PRE_OPEN', 'POST_CLOSE'] as const satisfies readonly Phase[];
export type Call = (typeof CALLS)[number];

/** The calls that may follow a phase. */
export function callsAfter(phase: Phase): readonly Call[] {
  if (phase === 'OPEN') return ['VOLATILITY_INTERRUPTION', 'CLOSING_AUCTION', 'POST_CLOSE'];
  if (phase === 'HALTED') return CALLS;
  if (phase === 'PRE_OPEN') return ['OPENING_AUCTION'];
  if (phase === 'CLOSED' || phase === 'PENDING' || phase === 'POST_CLOSE') return ['PRE_OPEN', 'OPENING_AUCTION'];
  return phase === 'VOLATILITY_INTERRUPTION' ? ['CLOSING_AUCTION', 'POST_CLOSE'] : phase === 'CLOSING_AUCTION' ? ['POST_CLOSE'] : [];
}

export const callPhase = (symbol: string, phase: Call, seconds: number | undefined, reason: string) =>
  http.post<Instrument>(`/operations/instruments/${encodeURIComponent(symbol)}/phase`, { body: { phase, seconds, reason } });

export function useBankMode() {
  return useQuery({ queryKey: ['operations', 'bank'], queryFn: async () => (await http.get<{ mode: BankMode }>('/operations/sandbox/bank')).mode });
}

export const setBankMode = (mode: BankMode) => http.post<unknown>('/operations/sandbox/bank', { body: { mode } });

/** "45 s", "12 min", "3 h", "2 d": the greatest unit that fits. */
export function duration(seconds: number): { readonly count: number; readonly unit: 's' | 'min' | 'h' | 'd' } {
  if (seconds < 60) return { count: seconds, unit: 's' };
  if (seconds < 3_600) return { count: Math.floor(seconds / 60), unit: 'min' };
  if (seconds < 86_400) return { count: Math.floor(seconds / 3_600), unit: 'h' };
  return { count: Math.floor(seconds / 86_400), unit: 'd' };
}

/** Nested facts (JVM, database) as rows "jvm.heapUsedBytes", "412000000", in the order of the report. */
export function facts(report: HealthReport, except: readonly string[]): { key: string; value: string }[] {
  const rows: { key: string; value: string }[] = [];
  const walk = (value: unknown, path: string): void => {
    if (isRecord(value)) for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
    else if (!Array.isArray(value)) rows.push({ key: path, value: String(value ?? '—') });
  };
  walk(Object.fromEntries(Object.entries(report).filter(([key]) => !except.includes(key))), '');
  return rows;
}
