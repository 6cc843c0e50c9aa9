import { useQuery } from '@tanstack/vue-query';
import { computed, reactive, shallowRef, watch } from 'vue';
import type { Draft, Instrument, Money, Quote, Side } from '@/api';
import type { Decimal } from '@/money';
import { noConditions } from './conditions';
import { hasLimit, livesOf, stageOf, takesOrders } from './orderForm';
import { estimateOrder } from './orders';
import { check, costAt, portion, startingPrice, step, type Ticket } from './ticket';

const SETTLE_MILLIS = 250;

/** The ticket's fields and what follows from them: flaws, the order, its estimated cost, the most one can trade. */
export function useTicket(instrument: () => Instrument, quote: () => Quote | undefined, isSignedIn: () => boolean) {
  const ticket = reactive<Ticket>({ side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', postOnly: false, price: '', quantity: '', ...noConditions() });

  const stage = computed(() => stageOf(instrument(), quote()));
  /** A time in force that the phase has ended gives way to the usual one. */
  watch([() => ticket.type, stage], ([type, now]) => {
    const lives = livesOf(type, now);
    if (!lives.includes(ticket.timeInForce)) ticket.timeInForce = lives[0] ?? 'GTC';
  });
  const start = computed(() => startingPrice(ticket.side, instrument(), quote()));
  /** What the ticket put into the price field before any quote was there; the first quote replaces it, a person's own price stays. */
  let provisional: string | undefined;
  function propose(): void {
    ticket.price = startingPrice(ticket.side, instrument(), quote()) ?? '';
    provisional = quote() === undefined || ticket.price === '' ? ticket.price : undefined;
  }
  watch([start, () => ticket.price], () => {
    if (ticket.price !== provisional) provisional = undefined;
    else propose();
  });
  /** What is estimated when the fields do not make an order yet: one board lot, for "available" and "max". */
  const probe = computed<Draft>(() => {
    const { symbol, boardLot } = instrument();
    const one: Draft = { symbol, side: ticket.side, type: ticket.type, quantity: boardLot };
    const price = priceForProbe();
    return !hasLimit(ticket.type) || price === undefined ? { ...one, type: 'MARKET' } : { ...one, type: 'LIMIT', price };
  });
  function priceForProbe(): Decimal | undefined {
    const { order, flaws } = check({ ...ticket, ...noConditions(), type: 'LIMIT', timeInForce: 'GTC', quantity: instrument().boardLot }, instrument());
    return flaws.length === 0 && order?.price ? order.price : start.value;
  }

  const available = shallowRef<Decimal>();
  const checked = computed(() => check(ticket, instrument(), available.value, stage.value));
  const asked = shallowRef<Draft>(probe.value);
  let settling: ReturnType<typeof setTimeout> | undefined;
  watch([() => checked.value.order, probe], ([order, fallback]) => {
    clearTimeout(settling);
    settling = setTimeout(() => (asked.value = order ?? fallback), SETTLE_MILLIS);
  });

  const estimate = useQuery({
    queryKey: ['mine', 'estimate', asked],
    queryFn: ({ signal }) => estimateOrder(asked.value, signal),
    enabled: () => isSignedIn() && takesOrders(stage.value.phase),
    placeholderData: (before) => before,
    retry: 0,
    staleTime: 2_000,
  });
  watch(
    () => [estimate.data.value?.maxQuantity, ticket.side] as const,
    ([most, side]) => (available.value = side === 'SELL' && most ? most : undefined),
  );

  /** The server's figures once they are of this very order; until then our own sum, which it will confirm. */
  const cost = computed(() => {
    const { order } = checked.value;
    const said = estimate.data.value;
    if (order === undefined) return undefined;
    if (!estimate.isPlaceholderData.value && asked.value === order && said?.notional && said.fees && said.total) {
      return { notional: said.notional, fees: said.fees, total: said.total, components: said.components ?? undefined, borrowed: said.borrowed ?? undefined };
    }
    const price = order.price ?? order.triggerPrice ?? start.value;
    return price === undefined ? undefined : costAt(price, order.quantity, order.side, instrument());
  });
  const most = computed(() => estimate.data.value?.maxQuantity ?? undefined);

  return {
    ticket,
    stage,
    checked,
    /** A price to start from where a field is empty. */
    start,
    cost,
    most,
    /** What a margin account could borrow for this instrument. */
    borrowable: computed(() => (ticket.side === 'BUY' ? (estimate.data.value?.borrowable ?? undefined) : undefined)),
    availableMoney: computed<Money | undefined>(() => {
      const said = estimate.data.value;
      return said && { asset: said.availableAsset, amount: said.available };
    }),
    usePrice(price: Decimal): void {
      if (!hasLimit(ticket.type)) ticket.type = 'LIMIT';
      ticket.price = price;
    },
    stepPrice: (direction: 1 | -1) => (ticket.price = step(ticket.price, instrument().tickSize, direction, start.value) ?? ''),
    stepQuantity: (direction: 1 | -1) => (ticket.quantity = step(ticket.quantity, instrument().boardLot, direction, instrument().boardLot)),
    takePortion(quarters: 1 | 2 | 3 | 4): void {
      if (most.value !== undefined) ticket.quantity = plain(portion(most.value, quarters, ticket.side, instrument()));
    },
    /** No price is known and none was typed: the field says what to do. */
    needsPrice: computed(() => ticket.price === '' && start.value === undefined),
    /** A fresh ticket for another instrument, at the best price there is; without any, empty. */
    restart(side: Side = ticket.side): void {
      Object.assign(ticket, { side, type: 'LIMIT', timeInForce: 'GTC', postOnly: false, quantity: '', ...noConditions() });
      propose();
    },
  };
}

/** "100" rather than "100.00": what a person would have typed. */
function plain(value: Decimal): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}
