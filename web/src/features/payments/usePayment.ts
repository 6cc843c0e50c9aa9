import { computed, shallowRef } from 'vue';
import { asProblem, newIntentKey, type Money, type Payment, type Problem } from '@/api';
import { useRefreshMine } from '@/features/trading';
import { pay, type PaymentKind } from './payments';

/** One payment from the button to the receipt. While its outcome is unknown the same key is used again, never a new one. */
export function usePayment() {
  const refreshMine = useRefreshMine();
  const isSending = shallowRef(false);
  const payment = shallowRef<Payment>();
  const problem = shallowRef<Problem>();
  let wish: { kind: PaymentKind; amount: Money; key: string } | undefined;

  async function send(kind: PaymentKind, amount: Money): Promise<void> {
    if (isSending.value) return;
    const isRepeat = wish?.kind === kind && wish.amount.asset === amount.asset && wish.amount.amount === amount.amount;
    wish = isRepeat && wish ? wish : { kind, amount, key: newIntentKey() };
    isSending.value = true;
    problem.value = undefined;
    payment.value = undefined;
    try {
      payment.value = await pay(kind, amount, wish.key);
      wish = undefined;
    } catch (cause) {
      problem.value = asProblem(cause);
      const isDefinite = problem.value.status >= 400 && problem.value.status < 500 && problem.value.status !== 409;
      if (isDefinite) wish = undefined; // nothing happened: the next try is a new wish
    } finally {
      isSending.value = false;
      await refreshMine();
    }
  }

  function reset(): void {
    payment.value = undefined;
    problem.value = undefined;
  }

  return { isSending, payment, problem, send, reset, mayHaveHappened: computed(() => problem.value !== undefined && wish !== undefined) };
}
