import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { http, type Movement, type Page, type Positions, type ServicingReport } from '@/api';
import type { Decimal } from '@/money';

const PAGE = 50;

/** Holdings with their value; asked again every few seconds, since prices move without us. */
export function usePositions() {
  return useQuery({ queryKey: ['mine', 'positions'], queryFn: () => http.get<Positions>('/positions'), refetchInterval: 3_000 });
}

export function useMovements(asset: MaybeRefOrGetter<string | undefined>) {
  return useInfiniteQuery({
    queryKey: ['mine', 'movements', asset],
    queryFn: ({ pageParam }) => http.get<Page<Movement>>('/movements', { query: { asset: toValue(asset), limit: PAGE, pageToken: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextPageToken ?? undefined,
  });
}

export type CorporateAction = ServicingReport['actions'][number];

/** The corporate actions that are announced or were carried out, the newest first. */
export function useCorporateActions() {
  return useQuery({
    queryKey: ['mine', 'actions'],
    queryFn: async () => (await http.get<{ items: readonly CorporateAction[] }>('/corporate-actions')).items,
    refetchInterval: 15_000,
  });
}

/** Subscribes new units by rights; once for a key. */
export function useExercise() {
  const queries = useQueryClient();
  return async (actionId: string, quantity: Decimal, idempotencyKey: string): Promise<void> => {
    try {
      await http.post<unknown>(`/corporate-actions/${actionId}/exercise`, { body: { quantity }, idempotencyKey });
    } finally {
      void queries.invalidateQueries({ queryKey: ['mine'] });
    }
  };
}
