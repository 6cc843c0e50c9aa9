import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { defineStore } from 'pinia';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { http, type Notice, type NoticeDraft, type PostedNotice } from '@/api';

const REFRESH_MILLIS = 60_000;
const KEY = 'pharos.notices.read';
const KEPT_MAX = 100;

/** The notices in force in the reader's language, the most severe first; asked for again every minute. */
export function useNotices() {
  const { locale } = useI18n();
  return useQuery({
    queryKey: ['notices', locale],
    queryFn: async () => (await http.get<{ items: readonly Notice[] }>('/notices')).items,
    staleTime: REFRESH_MILLIS,
    refetchInterval: REFRESH_MILLIS,
    placeholderData: (before) => before,
    retry: 0,
  });
}

/** What was posted, withdrawn notices included: for staff. */
export function usePostedNotices() {
  return useQuery({
    queryKey: ['mine', 'notices', 'posted'],
    queryFn: async () => (await http.get<{ items: readonly PostedNotice[] }>('/notices/posted')).items,
  });
}

export function useNoticeDesk() {
  const queries = useQueryClient();
  const refresh = () => Promise.all([queries.invalidateQueries({ queryKey: ['notices'] }), queries.invalidateQueries({ queryKey: ['mine', 'notices'] })]);
  return {
    post: async (draft: NoticeDraft, idempotencyKey: string) => (await http.post<PostedNotice>('/notices', { body: draft, idempotencyKey }), await refresh()),
    withdraw: async (id: string) => (await http.delete<PostedNotice>(`/notices/${encodeURIComponent(id)}`), await refresh()),
  };
}

function stored(): string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(read) ? read.filter((id) => typeof id === 'string') : [];
  } catch {
    return []; // no storage: a notice that was put away comes back with the next page
  }
}

/** Notices that the reader put away, kept in this browser. */
export const useReadNotices = defineStore('readNotices', () => {
  const ids = ref(stored());

  function putAway(id: string): void {
    ids.value = [...ids.value.filter((other) => other !== id), id].slice(-KEPT_MAX);
    try {
      localStorage.setItem(KEY, JSON.stringify(ids.value));
    } catch {
      return; // as above
    }
  }

  return { ids, putAway };
});

/** Where a posted notice stands at a moment. */
export type NoticeState = 'WITHDRAWN' | 'ENDED' | 'PLANNED' | 'SHOWN';

export function stateOf(notice: PostedNotice, now: number): NoticeState {
  if (notice.withdrawnAt !== undefined) return 'WITHDRAWN';
  if (notice.endsAt !== undefined && Date.parse(notice.endsAt) <= now) return 'ENDED';
  return Date.parse(notice.startsAt) > now ? 'PLANNED' : 'SHOWN';
}
