import type { OrderType, SelfTradePrevention, TimeInForce } from '@/api';

/**
 * What goes together, as the platform has it (docs/concepts/orders.md). The platform decides; this keeps fields off the
 * ticket that would only be refused.
 */
export const MAIN_TYPES = ['LIMIT', 'MARKET'] as const;
export const OTHER_TYPES = ['STOP', 'STOP_LIMIT', 'TRAILING_STOP', 'MARKET_TO_LIMIT'] as const;
export const PREVENTIONS = ['CANCEL_NEWEST', 'CANCEL_OLDEST', 'CANCEL_BOTH', 'DECREMENT'] as const satisfies readonly SelfTradePrevention[];

/** The times in force that a type takes, the usual one first. */
export function livesOf(type: OrderType): readonly TimeInForce[] {
  if (type === 'MARKET') return ['IOC', 'FOK'];
  return type === 'LIMIT' ? ['GTC', 'DAY', 'GTD', 'IOC', 'FOK'] : ['GTC', 'DAY', 'GTD'];
}

/** Waits for its trigger price, and holds nothing until it is set off. */
export const isConditional = (type: OrderType): boolean => type === 'STOP' || type === 'STOP_LIMIT' || type === 'TRAILING_STOP';

export const hasLimit = (type: OrderType): boolean => type === 'LIMIT' || type === 'STOP_LIMIT';

/** Has a trigger price that the customer names; a trailing stop has a distance instead. */
export const hasTrigger = (type: OrderType): boolean => type === 'STOP' || type === 'STOP_LIMIT';

export const isImmediate = (life: TimeInForce): boolean => life === 'IOC' || life === 'FOK';

export const mayPost = (type: OrderType, life: TimeInForce): boolean => type === 'LIMIT' && !isImmediate(life);

export const mayHide = (type: OrderType, life: TimeInForce): boolean => mayPost(type, life) || type === 'STOP_LIMIT' || type === 'MARKET_TO_LIMIT';

export const hasMinimum = (type: OrderType): boolean => !isConditional(type);
