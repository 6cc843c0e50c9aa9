import { useQueryClient } from '@tanstack/vue-query';
import { onScopeDispose, watch } from 'vue';
import { isRecord } from '@/api';
import { useSession } from '@/features/accounts';
import { useStream } from '@/stream';

const GATHER_MILLIS = 200;

/**
 * Mounted once by the shell. Each message of the account channel says that something of ours has changed; the tables
 * then ask for the confirmed figures, at most five times a second.
 */
export function useAccountFeed(): void {
  const session = useSession();
  const stream = useStream();
  const queries = useQueryClient();
  let leave: (() => void) | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;

  function refresh(): void {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      void queries.invalidateQueries({ queryKey: ['mine'] });
    }, GATHER_MILLIS);
  }

  watch(
    () => session.me?.accountId,
    (account) => {
      leave?.();
      leave = undefined;
      if (account === undefined) return;
      leave = stream.subscribe('account', {
        onMessage: ({ type, data }) => {
          if (type === 'delta' || isRecord(data)) refresh();
        },
      });
    },
    { immediate: true },
  );
  onScopeDispose(() => leave?.());
}
