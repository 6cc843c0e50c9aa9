import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { http, type OwnLimits } from '@/api';

const REFRESH_MILLIS = 15_000;

/** What binds the customer's orders in an instrument, and the kill switch that blocks them, if any. */
export function useOwnLimits(symbol: () => string, signedIn: () => boolean) {
  const query = useQuery({
    queryKey: computed(() => ['mine', 'limits', symbol()]),
    queryFn: () => http.get<OwnLimits>(`/limits/mine?symbol=${encodeURIComponent(symbol())}`),
    enabled: computed(signedIn),
    refetchInterval: REFRESH_MILLIS,
  });
  return { blockedBy: computed(() => query.data.value?.blockedBy), items: computed(() => query.data.value?.items ?? []), refetch: () => query.refetch() };
}
