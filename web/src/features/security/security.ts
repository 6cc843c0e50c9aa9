import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { ref } from 'vue';
import { asProblem, http, type AuthenticatorSetup, type OpenSession, type RecoveryCodeList, type Security, type SecurityEvent } from '@/api';

export function useSecurity() {
  return useQuery({ queryKey: ['mine', 'security', 'state'], queryFn: () => http.get<Security>('/security') });
}

export function useSessions() {
  return useQuery({ queryKey: ['mine', 'security', 'sessions'], queryFn: async () => (await http.get<{ items: readonly OpenSession[] }>('/sessions')).items });
}

export function useSecurityEvents() {
  return useQuery({ queryKey: ['mine', 'security', 'events'], queryFn: async () => (await http.get<{ items: readonly SecurityEvent[] }>('/security/events')).items });
}

/** Each call may be refused with PROOF_REQUIRED: see {@link useProof}. */
export function useKeys() {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: ['mine', 'security'] });
  return {
    changePassword: useMutation({ mutationFn: (password: string) => http.post<undefined>('/security/password', { body: { password } }), onSettled }),
    setUp: useMutation({ mutationFn: () => http.post<AuthenticatorSetup>('/security/authenticator') }),
    confirm: useMutation({ mutationFn: (code: string) => http.post<RecoveryCodeList>('/security/authenticator/confirmation', { body: { code } }), onSettled }),
    remove: useMutation({ mutationFn: () => http.delete<undefined>('/security/authenticator'), onSettled }),
    renew: useMutation({ mutationFn: () => http.post<RecoveryCodeList>('/security/recovery-codes'), onSettled }),
    end: useMutation({ mutationFn: (sessionId: string | undefined) => http.delete<undefined>(sessionId === undefined ? '/sessions' : `/sessions/${sessionId}`), onSettled }),
  };
}

/**
 * Does what may need a fresh proof of identity: where the server asks for one, a dialog does, and what was wanted goes on.
 * Resolves to undefined when the person thought better of it.
 */
export function useProof() {
  const isAsked = ref(false);
  let decide: (proved: boolean) => void = () => undefined;

  async function proving<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (cause) {
      if (asProblem(cause).code !== 'PROOF_REQUIRED') throw cause;
    }
    isAsked.value = true;
    const proved = await new Promise<boolean>((resolve) => (decide = resolve));
    isAsked.value = false;
    return proved ? work() : undefined;
  }

  return { isAsked, proving, decided: (proved: boolean) => decide(proved) };
}

export type Proving = ReturnType<typeof useProof>['proving'];
