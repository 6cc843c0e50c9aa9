import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { http, type MarginAgreementDraft, type MarginDesk, type MarginProgramDraft, type MarginRepayment, type MarginSummary, type MarginTermsDraft } from '@/api';
import { type Decimal, decimal, formatDecimal, multiply } from '@/money';

const REFRESH_MILLIS = 5_000;

/** My margin account, as it was valued last. */
export function useMargin() {
  return useQuery({ queryKey: ['mine', 'margin'], queryFn: () => http.get<MarginSummary>('/margin'), refetchInterval: REFRESH_MILLIS });
}

export function useRepayment() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ amount, key }: { amount: Decimal; key: string }) => http.post<MarginRepayment>('/margin/repayments', { body: { amount }, idempotencyKey: key }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['mine'] }),
  });
}

/** How the margin business stands; staff only. */
export function useMarginDesk() {
  return useQuery({ queryKey: ['mine', 'margin-desk'], queryFn: () => http.get<MarginDesk>('/margin/desk'), refetchInterval: REFRESH_MILLIS });
}

export type DeskWish =
  | { kind: 'agreements'; body: MarginAgreementDraft }
  | { kind: 'terms'; body: MarginTermsDraft }
  | { kind: 'programs'; body: MarginProgramDraft };

export function useDeskWrite() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ wish, key }: { wish: DeskWish; key: string }) => http.post<unknown>(`/margin/${wish.kind}`, { body: wish.body, idempotencyKey: key }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['mine', 'margin-desk'] }),
  });
}

/** A share as per cent, two decimals at most, rounded down, as the lines are compared: 1.499999 is 149.99%. */
export function percent(share: Decimal | undefined): string {
  if (share === undefined) return '—';
  const [whole = '0', fraction = ''] = formatDecimal(multiply(share, decimal('100'))).split('.');
  const kept = fraction.slice(0, 2).replace(/0+$/, '');
  return `${kept === '' ? whole : `${whole}.${kept}`}%`;
}

/** Whether a status keeps the account from buying. */
export const isCalled = (status: string): boolean => status !== 'NORMAL';
