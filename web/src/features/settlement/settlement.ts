import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import type { Ref } from 'vue';
import { http, newIntentKey, type ServicingReport, type SettlementReport, type TrialBalance, type TrialLine } from '@/api';
import { compare, type Decimal, decimal, formatDecimal, multiply, readDecimal, sign } from '@/money';

const REFRESH_SECONDS = 5;
const HUNDRED = decimal('100');

export function useSettlement() {
  return useQuery({ queryKey: ['settlement', 'report'], queryFn: () => http.get<SettlementReport>('/settlement'), refetchInterval: REFRESH_SECONDS * 1_000 });
}

export function useServicing() {
  return useQuery({ queryKey: ['settlement', 'servicing'], queryFn: () => http.get<ServicingReport>('/settlement/servicing'), refetchInterval: REFRESH_SECONDS * 1_000 });
}

/** A corporate action to announce; what does not go with its kind is absent. */
export interface ActionForm {
  kind: string;
  symbol: string;
  exDate: string;
  payDate?: string;
  rate?: string;
  per?: string;
  price?: string;
  tax?: string;
  expiryDate?: string;
  rightsAsset?: string;
}

/** A version of a fee schedule; rates are shares of the notional. */
export type FeeScheduleForm = Pick<FeeScheduleView, 'scheduleId' | 'asset' | 'commissionMinimum' | 'maker' | 'taker' | 'stampDuty' | 'transferFee' | 'tiers'> & { effectiveDate?: string };
export type FeeScheduleView = ServicingReport['feeSchedules'][number];
export type InterestView = ServicingReport['interest'][number];

/** What staff write about servicing. Each is done once for a key. */
export function useServicingWrites() {
  const queries = useQueryClient();
  const post = async (path: string, body: unknown, idempotencyKey: string): Promise<void> => {
    try {
      await http.post<unknown>(path, { body, idempotencyKey });
    } finally {
      void queries.invalidateQueries({ queryKey: ['settlement'] });
    }
  };
  return {
    announce: (form: ActionForm, key: string) => post('/settlement/corporate-actions', form, key),
    setFees: (form: FeeScheduleForm, key: string) => post('/settlement/fee-schedules', form, key),
    assignFees: (symbol: string, scheduleId: number, key: string) => post('/settlement/fee-assignments', { symbol, scheduleId }, key),
    setInterest: (form: InterestView, key: string) => post('/settlement/interest-terms', form, key),
  };
}

export function useWithdrawAction() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (actionId: string) => http.post<unknown>(`/settlement/corporate-actions/${actionId}/withdraw`, { idempotencyKey: newIntentKey() }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['settlement'] }),
  });
}

/** A share as per cent, without zeros at its end: 0.00025 is 0.025%. */
export function percentOf(share: Decimal): string {
  const percent = formatDecimal(multiply(share, HUNDRED));
  return `${percent.includes('.') ? percent.replace(/0+$/, '').replace(/\.$/, '') : percent}%`;
}

/** What was typed as per cent, as a share: 0.025 is 0.00025; undefined for what is no number from 0 to 100. */
export function shareOf(percent: string): Decimal | undefined {
  const value = readDecimal(percent.replace('%', ''));
  return value === undefined || sign(value) < 0 || compare(value, HUNDRED) > 0 ? undefined : multiply(value, decimal('0.01'));
}

/** A share as it is typed, in per cent without the sign. */
export const typedPercent = (share: Decimal): string => percentOf(share).replaceAll(/[%,]/g, '');

/** Begins the next business day of a calendar and settles what is due on it. */
export function useBeginDay() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (day: { calendarId: number; date: string; reason: string }) =>
      http.post<unknown>(`/operations/settlement/calendars/${day.calendarId}/days`, { body: { date: day.date, reason: day.reason } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['settlement'] }),
  });
}

/** Suspends or resumes the settlement of an instrument. */
export function useSuspend() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ symbol, suspended, reason }: { symbol: string; suspended: boolean; reason: string }) =>
      http.post<unknown>(`/operations/settlement/instruments/${encodeURIComponent(symbol)}/${suspended ? 'suspend' : 'resume'}`, { body: { reason } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['settlement'] }),
  });
}

/** The trial balance after the event of a sequence; undefined for the last. */
export function useTrialBalance(sequence: Readonly<Ref<number | undefined>>) {
  return useQuery({
    queryKey: ['settlement', 'trial', sequence],
    queryFn: () => http.get<TrialBalance>(`/ledger/trial-balance${query(sequence.value)}`),
  });
}

export const csvAddress = (sequence: number | undefined) => `/api/v1/ledger/trial-balance.csv${query(sequence)}`;

const query = (sequence: number | undefined) => (sequence === undefined ? '' : `?sequence=${sequence}`);

/** What was typed as a sequence: a whole number from 0, undefined for nothing typed, null for anything else. */
export function readSequence(typed: string): number | undefined | null {
  const text = typed.trim().replaceAll(',', '');
  if (text === '') return undefined;
  const sequence = Number(text);
  return /^\d{1,15}$/.test(text) && Number.isSafeInteger(sequence) ? sequence : null;
}

/** The lines of one asset, the house first, then the participants and the customers. */
export function linesOf(balance: TrialBalance, asset: string): TrialLine[] {
  return balance.lines.filter((line) => line.asset === asset);
}
