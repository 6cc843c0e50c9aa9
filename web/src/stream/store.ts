import { defineStore } from 'pinia';
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { API } from '@/api';
import { StreamClient, type ChannelListener, type ConnectionState, type Socket } from './client';

function openSocket(): Socket {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return new WebSocket(`${scheme}://${location.host}${API}/stream`) as unknown as Socket;
}

/** The page's one connection, as state that screens can watch. */
export const useStream = defineStore('stream', () => {
  const client = new StreamClient({ open: openSocket });
  const state = shallowRef<ConnectionState>('idle');
  /** When the connection was lost; undefined while it stands. */
  const lostAt = ref<number>();

  client.onState((now) => {
    state.value = now;
    if (now === 'live') lostAt.value = undefined;
    else if (now === 'waiting') lostAt.value ??= Date.now();
  });
  addEventListener('online', () => client.nudge());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && client.nudge());

  return {
    state,
    lostAt,
    /** True once a connection was lost and has not come back: every price on the page is stale. */
    isLost: computed(() => lostAt.value !== undefined),
    subscribe: (name: string, listener: ChannelListener) => client.subscribe(name, listener),
    reconnect: () => client.reconnect(),
    onSessionEnded: (listener: () => void) => client.onSessionEnded(listener),
  };
});

/** Subscribes for as long as the surrounding component (or scope) lives. */
export function useChannel(name: string, listener: ChannelListener): void {
  onScopeDispose(useStream().subscribe(name, listener));
}
