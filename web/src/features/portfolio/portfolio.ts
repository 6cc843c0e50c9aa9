import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { http, type Movement, type Page, type Positions } from '@/api';

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
