import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, watch } from 'vue';
import { asProblem, http, type Health, type Status, type StatusPart } from '@/api';
import { useChannel, useStream } from '@/stream';

const KEY = ['status'] as const;

const POLL_MILLIS = 10_000;
/** Whether the channel has told the status and was not refused since. */
const told = ref(false);

/** Whether changes are pushed at this moment; else the page asks. */
export function useIsPushed() {
  const stream = useStream();
  return computed(() => told.value && stream.state === 'live');
}

/** The state of every part: pushed when it changes, and asked for while nothing can be pushed. */
export function useStatus() {
  const pushed = useIsPushed();
  const refetchInterval = computed(() => (pushed.value ? (false as const) : POLL_MILLIS));
  return useQuery({ queryKey: KEY, queryFn: () => http.get<Status>('/status'), refetchInterval, retry: 0 });
}

/**
 * Mounted once by the shell: pushed changes replace what was asked for. When a part or the connection is back, what had
 * failed meanwhile is asked for again, so that no page has to be loaded anew.
 */
export function useStatusFeed(): void {
  const queries = useQueryClient();
  const stream = useStream();
  const missing = useMissingParts();
  const heal = () => void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  useChannel('status', {
    onMessage({ data }) {
      told.value = true;
      queries.setQueryData(KEY, data as Status);
    },
    onError: () => (told.value = false),
  });
  watch(
    () => missing.value.map(({ name }) => name),
    (now, before) => before.some((name) => !now.includes(name)) && heal(),
  );
  watch(
    () => stream.isLost,
    (lost, wasLost) => wasLost && !lost && heal(),
  );
}

/** The parts that do not work, in the order of the status. */
export function useMissingParts() {
  const { data } = useStatus();
  return computed<readonly StatusPart[]>(() => data.value?.parts.filter((part) => part.state === 'DOWN') ?? []);
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
