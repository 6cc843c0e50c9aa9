import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { http, newIntentKey, type SandboxVenue, type VenueDrill, type VenueMode, type VenueReport } from '@/api';

const REFRESH_SECONDS = 3;

export function useVenues() {
  return useQuery({ queryKey: ['venues', 'report'], queryFn: () => http.get<VenueReport>('/venues'), refetchInterval: REFRESH_SECONDS * 1_000 });
}

/** Closes a break that has been dealt with. */
export function useResolve() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (done: { breakId: string; reason: string; key: string }) =>
      http.post<unknown>(`/venues/breaks/${done.breakId}/resolution`, { body: { reason: done.reason }, idempotencyKey: done.key }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['venues'] }),
  });
}

/** Takes what an account owes out of what it has. */
export function useCollect() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (debt: { accountId: string; asset: string }) => http.post<{ amount: string; asset: string }>('/venues/receivables/collections', { body: debt, idempotencyKey: newIntentKey() }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['venues'] }),
  });
}

export function useSandboxVenue() {
  return useQuery({ queryKey: ['venues', 'sandbox'], queryFn: () => http.get<SandboxVenue>('/sandbox/venue'), refetchInterval: REFRESH_SECONDS * 1_000, retry: false });
}

export const setVenueMode = (mode: VenueMode) => http.post<SandboxVenue>('/sandbox/venue', { body: { mode } });

export const drillVenue = (drill: VenueDrill) => http.post<{ done: boolean }>('/sandbox/venue/drills', { body: { drill } });
