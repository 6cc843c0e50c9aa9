import { useQueryClient } from '@tanstack/vue-query';
import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { asProblem, configureHttp, http, type Me } from '@/api';
import { translate, type Language } from '@/language';
import { usePreferences } from '@/preferences';
import { useStream } from '@/stream';
import { announce } from '@/ui';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator, or a recovery code; where the server asks for one. */
  readonly code?: string;
}

export interface Registration extends Omit<Credentials, 'code'> {
  readonly displayName?: string;
  readonly language?: Language;
}

/** Who is at the screen. `undefined` until the server has said; `null` when nobody is signed in. */
export const useSession = defineStore('session', () => {
  const me = ref<Me | null>();
  const preferences = usePreferences();
  const queries = useQueryClient();
  const stream = useStream();

  configureHttp({ language: () => preferences.language, onSignedOut: ended });
  stream.onSessionEnded(forget);
  let leaving = false;

  async function refresh(): Promise<void> {
    try {
      adopt(await http.get<Me>('/session'));
    } catch (cause) {
      if (asProblem(cause).isSignedOut) me.value = null;
      else me.value ??= null; // accounts is down: the public pages work, and the next visit asks again
    }
  }

  async function signIn(credentials: Credentials): Promise<void> {
    enter(await http.post<Me>('/session', { body: credentials }));
  }

  async function register(registration: Registration): Promise<void> {
    enter(await http.post<Me>('/registrations', { body: { ...registration, language: preferences.language } }));
  }

  async function signOut(): Promise<void> {
    leaving = true; // the stream hears of the end before this call has its answer
    try {
      await http.delete<undefined>('/session');
    } finally {
      leaving = false;
    }
    leave();
  }

  function enter(who: Me): void {
    queries.removeQueries({ predicate: (query) => query.queryKey[0] === 'mine' });
    adopt(who);
    stream.reconnect();
  }

  function leave(): void {
    const wasIn = Boolean(me.value);
    me.value = null;
    queries.removeQueries({ predicate: (query) => query.queryKey[0] === 'mine' });
    if (wasIn) stream.reconnect();
  }

  /** The stream says that the session has ended, perhaps by signing out elsewhere; it reconnects by itself. */
  function forget(): void {
    if (!me.value) return;
    me.value = null;
    queries.removeQueries({ predicate: (query) => query.queryKey[0] === 'mine' });
    if (!leaving) announce(translate('accounts.ended'));
  }

  /** A 401 in the middle of work: say so once, keep the page. */
  function ended(): void {
    if (!me.value) return;
    leave();
    announce(translate('accounts.ended'));
  }

  /** The account remembers how its owner wants to see things; this browser follows, but for what was just chosen in it. */
  function adopt(who: Me): void {
    preferences.follow(who);
    me.value = who;
  }

  watch(
    () => [me.value, { language: preferences.language, theme: preferences.theme, colourScheme: preferences.colourScheme }] as const,
    async ([who, chosen]) => {
      if (!who) return;
      if (who.language === chosen.language && who.theme === chosen.theme && who.colourScheme === chosen.colourScheme) return preferences.saved(who);
      try {
        me.value = await http.patch<Me>('/me', { body: chosen });
      } catch (cause) {
        if (!asProblem(cause).isSignedOut) announce(translate('accounts.notKept'));
      }
    },
  );

  return {
    me,
    isSignedIn: computed(() => Boolean(me.value)),
    isStaff: computed(() => me.value?.role === 'STAFF'),
    refresh,
    signIn,
    register,
    signOut,
  };
});
