import type { Instrument, OrderType, Phase, Quote, SelfTradePrevention, Side, TimeInForce } from '@/api';
import { isCall } from '@/features/market';

/**
 * What goes together, as the platform has it (docs/concepts/orders.md). The platform decides; this keeps fields off the
 * ticket that would only be refused.
 */
export const MAIN_TYPES = ['LIMIT', 'MARKET'] as const;
export const OTHER_TYPES = ['STOP', 'STOP_LIMIT', 'TRAILING_STOP', 'MARKET_TO_LIMIT', 'PEGGED'] as const;
export const PEGS = ['PRIMARY', 'MIDPOINT', 'MARKET'] as const;
export const PREVENTIONS = ['CANCEL_NEWEST', 'CANCEL_OLDEST', 'CANCEL_BOTH', 'DECREMENT'] as const satisfies readonly SelfTradePrevention[];

/** Where the trading day of an instrument stands. */
export interface Stage {
  readonly phase: Phase;
  /** Whether a calendar leads it, and so to a closing auction. */
  readonly isPlanned: boolean;
}

export const CONTINUOUS: Stage = { phase: 'OPEN', isPlanned: false };

export const stageOf = (instrument: Instrument, quote: Quote | undefined): Stage => ({
  phase: quote?.phase ?? instrument.phase,
  isPlanned: quote?.phaseEndsAt !== undefined,
});

export const takesOrders = (phase: Phase): boolean => phase === 'OPEN' || isCall(phase);

function auctionsOf({ phase, isPlanned }: Stage): readonly TimeInForce[] {
  if (phase === 'PRE_OPEN' || phase === 'OPENING_AUCTION') return ['AT_OPEN', 'AT_CLOSE'];
  return isCall(phase) || isPlanned ? ['AT_CLOSE'] : [];
}

const isForAuction = (life: TimeInForce): boolean => life === 'AT_OPEN' || life === 'AT_CLOSE';

/** The times in force that a type takes now, the usual one first. */
export function livesOf(type: OrderType, stage = CONTINUOUS): readonly TimeInForce[] {
  const auctions = auctionsOf(stage);
  const atOnce = isCall(stage.phase) ? [] : (['IOC', 'FOK'] as const);
  if (type === 'MARKET') return [...atOnce, ...auctions];
  return type === 'LIMIT' ? ['GTC', 'DAY', 'GTD', ...atOnce, ...auctions] : ['GTC', 'DAY', 'GTD'];
}

/** The types beside limit and market that may be placed now. */
export const otherTypesOf = (stage = CONTINUOUS): readonly (typeof OTHER_TYPES)[number][] =>
  OTHER_TYPES.filter((type) => type !== 'MARKET_TO_LIMIT' || !isCall(stage.phase));

/** Waits for its trigger price, and holds nothing until it is set off. */
export const isConditional = (type: OrderType): boolean => type === 'STOP' || type === 'STOP_LIMIT' || type === 'TRAILING_STOP';

export const hasLimit = (type: OrderType): boolean => type === 'LIMIT' || type === 'STOP_LIMIT' || type === 'PEGGED';

/** Is or becomes a market order, whose worst price may be named. */
export const mayProtect = (type: OrderType): boolean => type === 'STOP' || type === 'TRAILING_STOP' || type === 'MARKET';

/** Has a trigger price that the customer names; a trailing stop has a distance instead. */
export const hasTrigger = (type: OrderType): boolean => type === 'STOP' || type === 'STOP_LIMIT';

export const isImmediate = (life: TimeInForce): boolean => life === 'IOC' || life === 'FOK';

export const mayPost = (type: OrderType, life: TimeInForce, stage = CONTINUOUS): boolean =>
  type === 'LIMIT' && !isImmediate(life) && !isForAuction(life) && !isCall(stage.phase);

export const mayHide = (type: OrderType, life: TimeInForce): boolean => (type === 'LIMIT' && !isImmediate(life)) || type === 'STOP_LIMIT' || type === 'MARKET_TO_LIMIT';

export const hasMinimum = (type: OrderType, life: TimeInForce, stage = CONTINUOUS): boolean =>
  !isConditional(type) && type !== 'PEGGED' && !isForAuction(life) && !isCall(stage.phase);

/** Takes a stop beside it, of which one cancels the other. */
export const mayLink = (type: OrderType, life: TimeInForce): boolean => type === 'LIMIT' && (life === 'GTC' || life === 'DAY' || life === 'GTD');

/** Brings forth a take-profit order and a stop as it is filled: a purchase of what may be sold at once. */
export const mayBracket = (side: Side, type: OrderType, life: TimeInForce, instrument: Instrument): boolean =>
  side === 'BUY' && instrument.sameDaySale && type !== 'PEGGED' && type !== 'TRAILING_STOP' && !isForAuction(life);

/** What goes with an order: nothing, a stop of which one cancels the other, or the exits of a bracket. */
export type Attached = 'NONE' | 'STOP' | 'EXITS';

export function attachable(side: Side, type: OrderType, life: TimeInForce, instrument: Instrument): readonly Attached[] {
  const stop = mayLink(type, life) ? (['STOP'] as const) : [];
  const exits = mayBracket(side, type, life, instrument) ? (['EXITS'] as const) : [];
  return ['NONE', ...stop, ...exits];
}
