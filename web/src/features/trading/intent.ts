import { computed, shallowRef } from 'vue';
import { asProblem, newIntentKey, type Draft, type Order, type Problem } from '@/api';

/**
 * One wish of a person to place one order, however often the button is pressed or the network breaks.
 *
 *   idle ──send──▶ sending ──201──▶ done
 *                     ├──4xx, 503──▶ refused           (nothing happened; the next send is a new wish)
 *                     └──no answer, 504, 5xx──▶ unknown ──ask──▶ done
 *
 * In `unknown` the same key and client order id are kept until somebody can tell what happened.
 */
export type IntentState = 'idle' | 'sending' | 'unknown' | 'done' | 'refused';

export interface OrderDesk {
  place(order: Draft, idempotencyKey: string): Promise<Order>;
  /** The order with this client order id, if it exists. */
  find(clientOrderId: string): Promise<Order | undefined>;
}

const ASK_MILLIS = [1_000, 2_000, 3_000, 5_000] as const;

export function useOrderIntent(desk: OrderDesk, wait: (millis: number) => Promise<void> = sleep) {
  const state = shallowRef<IntentState>('idle');
  const order = shallowRef<Order>();
  const problem = shallowRef<Problem>();
  const asked = shallowRef(0);
  let wish: { key: string; order: Draft } | undefined;
  let isOver = false;

  /** A second call while the first is under way, or while its outcome is unknown, does nothing. */
  async function send(wanted: Draft): Promise<void> {
    if (state.value === 'sending' || state.value === 'unknown') return;
    const key = newIntentKey();
    wish = { key, order: { ...wanted, clientOrderId: `web-${key}` } };
    await attempt(wish);
  }

  /** Sends the very same wish again: the key makes sure that it cannot become a second order. */
  async function sendAgain(): Promise<void> {
    if (state.value === 'unknown' && wish !== undefined) await attempt(wish);
  }

  async function attempt(current: { key: string; order: Draft }): Promise<void> {
    state.value = 'sending';
    order.value = undefined;
    problem.value = undefined;
    try {
      finish(await desk.place(current.order, current.key));
    } catch (cause) {
      const refusal = asProblem(cause);
      if (isDefinite(refusal)) {
        state.value = 'refused';
        problem.value = refusal;
        wish = undefined;
      } else {
        state.value = 'unknown';
        void resolve(current);
      }
    }
  }

  async function resolve(current: { key: string; order: Draft }): Promise<void> {
    for (asked.value = 0; state.value === 'unknown' && wish === current && !isOver; asked.value++) {
      await wait(ASK_MILLIS[Math.min(asked.value, ASK_MILLIS.length - 1)] ?? 5_000);
      if (state.value !== 'unknown' || wish !== current) return;
      const found = await desk.find(current.order.clientOrderId ?? '').catch(() => undefined);
      if (found !== undefined && state.value === 'unknown') return finish(found);
    }
  }

  function finish(placed: Order): void {
    order.value = placed;
    state.value = 'done';
    wish = undefined;
  }

  function reset(): void {
    if (state.value === 'sending' || state.value === 'unknown') return;
    state.value = 'idle';
    problem.value = undefined;
    order.value = undefined;
  }

  return {
    state,
    order,
    problem,
    asked,
    isBusy: computed(() => state.value === 'sending' || state.value === 'unknown'),
    send,
    sendAgain,
    reset,
    /** The screen is left: stop asking. */
    abandon: () => (isOver = true),
  };
}

/** The first request with this key is still under way: its outcome is not known yet. */
const RUNNING = 'REQUEST_IN_PROGRESS';

/** Refusals that prove that nothing was executed. Everything else is not known. */
function isDefinite(problem: Problem): boolean {
  if (problem.isUnknown || problem.code === RUNNING) return false;
  return (problem.status >= 400 && problem.status < 500) || problem.status === 503;
}

function sleep(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
