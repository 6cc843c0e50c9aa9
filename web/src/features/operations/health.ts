import { useQuery } from '@tanstack/vue-query';
import { http, isRecord, type BankMode, type Instrument } from '@/api';

export const HEALTH_SECONDS = 3;

/** The health report of the platform; a part that a process does not know is absent. */
export interface HealthReport {
  readonly members?: readonly Member[];
  readonly projections?: readonly Projection[];
  readonly [part: string]: unknown;
}

export interface Member {
  readonly memberId: number;
  readonly role?: string;
  readonly logPosition?: number;
  readonly sequence?: number;
  readonly digest?: string | number | null;
  readonly digestSequence?: number | null;
  readonly journalLag?: number;
  readonly errors?: number;
}

export interface Projection {
  readonly name: string;
  readonly sequence?: number;
  readonly lag?: number;
}

export function useHealth() {
  return useQuery({ queryKey: ['operations', 'health'], queryFn: () => http.get<HealthReport>('/operations/health'), refetchInterval: HEALTH_SECONDS * 1_000 });
}

export type PhaseAction = 'halt' | 'open' | 'close';

export const changePhase = (symbol: string, action: PhaseAction, reason: string) =>
  http.post<Instrument>(`/operations/instruments/${encodeURIComponent(symbol)}/${action}`, { body: { reason } });

export function useBankMode() {
  return useQuery({ queryKey: ['operations', 'bank'], queryFn: async () => (await http.get<{ mode: BankMode }>('/operations/sandbox/bank')).mode });
}

export const setBankMode = (mode: BankMode) => http.post<unknown>('/operations/sandbox/bank', { body: { mode } });

/** Members whose digests were taken at the same sequence and differ: wrong money somewhere. */
export function digestsDiffer(members: readonly Member[]): boolean {
  const bySequence = new Map<number, string>();
  return members.some(({ digest, digestSequence }) => {
    if (digest === undefined || digest === null || digestSequence === undefined || digestSequence === null) return false;
    const other = bySequence.get(digestSequence);
    bySequence.set(digestSequence, String(digest));
    return other !== undefined && other !== String(digest);
  });
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
