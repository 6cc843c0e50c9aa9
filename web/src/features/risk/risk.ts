import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import { http, type LimitDraft, type Page, type RiskChange, type RiskLimit, type KillSwitch, type SwitchDraft } from '@/api';
import { translate } from '@/language';
import { formatDecimal } from '@/money';

export const KINDS = ['ORDER_QUANTITY', 'ORDER_NOTIONAL', 'PRICE_COLLAR', 'OPEN_ORDERS', 'MESSAGE_RATE', 'CONCENTRATION'] as const;
export const SCOPES = ['FIRM', 'ACCOUNT', 'INSTRUMENT'] as const;
export const REASONS = ['REVIEW', 'MARKET_CONDITIONS', 'CUSTOMER_REQUEST', 'SUSPICIOUS_ACTIVITY', 'SYSTEM_FAULT', 'REGULATOR', 'DRILL', 'OTHER'] as const;
export type Scope = (typeof SCOPES)[number];
export type Reason = (typeof REASONS)[number];

const REFRESH_MILLIS = 10_000;

export function useLimits() {
  return useQuery({ queryKey: ['mine', 'risk', 'limits'], queryFn: async () => (await http.get<{ items: readonly RiskLimit[] }>('/limits')).items, refetchInterval: REFRESH_MILLIS });
}

export function useKillSwitches() {
  return useQuery({ queryKey: ['mine', 'risk', 'switches'], queryFn: async () => (await http.get<{ items: readonly KillSwitch[] }>('/kill-switches')).items, refetchInterval: REFRESH_MILLIS });
}

/** Every change, the newest first, page by page. */
export function useRiskHistory() {
  const query = useInfiniteQuery({
    queryKey: ['mine', 'risk', 'history'],
    queryFn: ({ pageParam }) => http.get<Page<RiskChange>>(`/limits/history?limit=20${pageParam === '' ? '' : `&pageToken=${encodeURIComponent(pageParam)}`}`),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextPageToken ?? undefined,
  });
  return { ...query, items: computed(() => query.data.value?.pages.flatMap((page) => page.items)) };
}

export function useRiskDesk() {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['mine', 'risk'] });
  return {
    set: async (draft: LimitDraft, idempotencyKey: string) => (await http.post<RiskLimit>('/limits', { body: draft, idempotencyKey }), await refresh()),
    turn: async (draft: SwitchDraft, idempotencyKey: string) => (await http.post<KillSwitch>('/kill-switches', { body: draft, idempotencyKey }), await refresh()),
  };
}

/** What a limit or switch stands over, in words. */
export function subjectOf(of: { readonly scope: string; readonly account?: string | undefined; readonly symbol?: string | undefined }): string {
  return of.account ?? of.symbol ?? translate(`risk.limits.subject.${of.scope}`);
}

/** What must be typed to confirm: the firm, the account or the symbol. */
export const proofOf = (of: { readonly scope: string; readonly account?: string | undefined; readonly symbol?: string | undefined }): string => of.account ?? of.symbol ?? of.scope;

const WORDS: readonly string[] = ['LOTS', 'QUOTE', 'PERCENT', 'ORDERS', 'PER_SECOND'];

/** "5,000 CNY", "10 %", "No limit". */
export function amountOf(value: RiskLimit['value'], unit: string): string {
  if (value === undefined) return translate('risk.limits.none');
  return `${formatDecimal(value)} ${WORDS.includes(unit) ? translate(`risk.limits.unit.${unit}`) : unit}`;
}
