import { ref, watch } from 'vue';
import { asProblem, newIntentKey } from '@/api';
import { explain, type Refusal } from './refusal';

/**
 * Sends a form so that it happens once: the same form sent again is the same wish, a changed one is another.
 * `submit` says whether it was done; if not, `refusal` says why.
 */
export function useIntent(form: object, send: (key: string) => Promise<unknown>) {
  let key = newIntentKey();
  watch(form, () => { key = newIntentKey(); }, { flush: 'sync', deep: true });
  const busy = ref(false);
  const refusal = ref<Refusal>();

  async function submit(): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    refusal.value = undefined;
    try {
      await send(key);
      key = newIntentKey();
      return true;
    } catch (cause) {
      refusal.value = explain(asProblem(cause));
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { busy, refusal, submit };
}
