import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import { asProblem, http, type Health, type Status, type StatusPart } from '@/api';
import { useChannel } from '@/stream';

const KEY = ['status'] as const;

/** The state of every part, polled, and pushed when the stream stands. */
export function useStatus() {
  return useQuery({ queryKey: KEY, queryFn: () => http.get<Status>('/status'), refetchInterval: 10_000, retry: 0 });
}

/** Mounted once by the shell: pushed changes replace what was polled. */
export function useStatusFeed(): void {
  const queries = useQueryClient();
  useChannel('status', { onMessage: ({ data }) => queries.setQueryData(KEY, data as Status) });
}

/** The part of a role, when the status says that it does not work. */
export function useOutage(role: string) {
  const { data } = useStatus();
  return computed<StatusPart | undefined>(() =>
    data.value?.parts.find((part) => (part.role ?? part.name) === role && part.state === 'DOWN'),
  );
}

/** UP, DEGRADED or DOWN; undefined while nobody knows. No answer at all is DOWN. */
export function useOverallState() {
  const { data, error } = useStatus();
  return computed<Health | undefined>(() => (error.value !== null && asProblem(error.value).isOutage ? 'DOWN' : data.value?.state));
}
