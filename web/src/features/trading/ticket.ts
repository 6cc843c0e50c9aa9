import type { Draft, Instrument, OrderType, Quote, Side, TimeInForce } from '@/api';
import {
  add,
  compare,
  decimal,
  decimalsOf,
  divideFloor,
  floorToStep,
  isMultiple,
  max,
  min,
  multiply,
  readDecimal,
  roundUp,
  sign,
  subtract,
  ZERO,
  type Decimal,
} from '@/money';
import { checkConditions, type Conditions, type Flaw, type FlawCode } from './conditions';
import { CONTINUOUS, hasLimit, mayPost } from './orderForm';

export type { Flaw } from './conditions';

/** What stands in the fields, as typed. */
export interface Ticket extends Conditions {
  side: Side;
  type: OrderType;
  timeInForce: TimeInForce;
  postOnly: boolean;
  price: string;
  quantity: string;
}

export interface Checked {
  readonly flaws: readonly Flaw[];
  /** What would be sent; undefined while something is wrong. */
  readonly order: Draft | undefined;
}

/** The checks that need no server, in the server's order. The server decides; this saves a round trip. */
export function check(ticket: Ticket, instrument: Instrument, available?: Decimal, stage = CONTINUOUS): Checked {
  const { side, type, timeInForce } = ticket;
  const price = hasLimit(type) ? readDecimal(ticket.price) : undefined;
  const quantity = readDecimal(ticket.quantity);
  const conditions = checkConditions(ticket, type, timeInForce, { side, price, whole: quantity }, instrument, stage);
  const flaws = [
    hasLimit(type) ? priceFlaw(ticket.price, price, instrument) : undefined,
    quantityFlaw(ticket, quantity, instrument, available),
    ...conditions.flaws,
  ].filter((flaw) => flaw !== undefined);
  if (flaws.length > 0 || quantity === undefined) return { flaws, order: undefined };
  const order: Draft = { symbol: instrument.symbol, side, type, timeInForce, quantity, ...conditions.fields };
  if (price !== undefined) order.price = price;
  const linked = order.stop !== undefined || order.exits !== undefined;
  if (ticket.postOnly && !linked && mayPost(type, timeInForce, stage)) Object.assign(order, { postOnly: true, ...(ticket.reprice ? { reprice: true } : {}) });
  return { flaws, order };
}

function priceFlaw(typed: string, price: Decimal | undefined, instrument: Instrument): Flaw | undefined {
  const flaw = (code: FlawCode, suggestion?: Decimal): Flaw => ({ field: 'price', code, suggestion });
  if (typed.trim() === '') return flaw('REQUIRED');
  if (price === undefined) return flaw('NOT_A_NUMBER');
  if (sign(price) <= 0) return flaw('NOT_POSITIVE');
  if (!isMultiple(price, instrument.tickSize)) return flaw('OFF_TICK', floorToStep(price, instrument.tickSize));
  const { band } = instrument;
  if (band && compare(price, band.upper) > 0) return flaw('PRICE_OUTSIDE_BAND', band.upper);
  if (band && compare(price, band.lower) < 0) return flaw('PRICE_OUTSIDE_BAND', band.lower);
  return undefined;
}

function quantityFlaw(ticket: Ticket, quantity: Decimal | undefined, instrument: Instrument, available?: Decimal): Flaw | undefined {
  const flaw = (code: FlawCode, suggestion?: Decimal): Flaw => ({ field: 'quantity', code, suggestion });
  if (ticket.quantity.trim() === '') return flaw('REQUIRED');
  if (quantity === undefined) return flaw('NOT_A_NUMBER');
  if (sign(quantity) <= 0) return flaw('NOT_POSITIVE');
  if (decimalsOf(quantity) > instrument.quantityDecimals) return flaw('TOO_MANY_DECIMALS', floorToStep(quantity, instrument.lotSize));
  if (!fitsLots(ticket.side, quantity, instrument, available)) {
    return flaw('OFF_LOT', max(floorToStep(quantity, instrument.boardLot), instrument.boardLot));
  }
  if (compare(quantity, instrument.maxQuantity) > 0) return flaw('QUANTITY_TOO_LARGE', instrument.maxQuantity);
  return undefined;
}

/** Whole board lots; a sale may also clear the odd remainder of the holding. */
function fitsLots(side: Side, quantity: Decimal, instrument: Instrument, available?: Decimal): boolean {
  if (isMultiple(quantity, instrument.boardLot)) return true;
  if (side === 'BUY' || available === undefined) return false;
  const odd = (value: Decimal) => subtract(value, floorToStep(value, instrument.boardLot));
  return compare(odd(quantity), odd(available)) === 0;
}

/**
 * The limit that a fresh ticket proposes: the best price on the other side of the book, else the last trade, else the best
 * price on the own side, else yesterday's close or the reference of the day. Nothing known: none; a price is never made up.
 */
export function startingPrice(side: Side, instrument: Instrument, quote: Quote | undefined): Decimal | undefined {
  const [other, own] = side === 'BUY' ? [quote?.ask, quote?.bid] : [quote?.bid, quote?.ask];
  const known = other ?? quote?.last ?? own ?? quote?.previousClose ?? instrument.band?.reference;
  return known !== undefined && isMultiple(known, instrument.tickSize) ? known : undefined;
}

/** The next multiple of `size` above (+1) or below (-1); never below one step. An empty field takes `start`. */
export function step<Start extends Decimal | undefined>(typed: string, size: Decimal, direction: 1 | -1, start: Start): Decimal | Start {
  const value = readDecimal(typed);
  if (value === undefined) return start;
  const floor = floorToStep(value, size);
  const isOn = compare(floor, value) === 0;
  const next = direction === 1 ? add(floor, size) : isOn ? subtract(floor, size) : floor;
  return sign(next) <= 0 ? size : next;
}

/** `quarters` of the most that can be traded, in whole board lots; all of it may include the odd remainder of a sale. */
export function portion(most: Decimal, quarters: 1 | 2 | 3 | 4, side: Side, instrument: Instrument): Decimal {
  if (quarters === 4 && side === 'SELL') return min(floorToStep(most, instrument.lotSize), instrument.maxQuantity);
  const part = divideFloor(multiply(most, decimal(String(quarters))), decimal('4'), instrument.quantityDecimals);
  return min(floorToStep(part, instrument.boardLot), instrument.maxQuantity);
}

export interface Cost {
  readonly notional: Decimal;
  readonly fees: Decimal;
  /** The fees by name, where the instrument has a fee schedule. */
  readonly components?: { readonly commission: Decimal; readonly stampDuty: Decimal; readonly transferFee: Decimal; readonly commissionMinimum: Decimal } | undefined;
  /** What of the total a margin account would borrow; absent where nothing is lent to it. */
  readonly borrowed?: Decimal | undefined;
  /** Buying: what leaves the account. Selling: what arrives. */
  readonly total: Decimal;
}

const CASH_DECIMALS = 2;

/** What the order costs if all of it trades at `price` and takes; the server's estimate replaces it when it comes. */
export function costAt(price: Decimal, quantity: Decimal, side: Side, instrument: Instrument): Cost {
  const exact = multiply(price, quantity);
  const { maker, taker, sellTax } = instrument.fees;
  const rate = max(maker, taker);
  const fees = add(
    roundUp(multiply(exact, rate), CASH_DECIMALS),
    side === 'SELL' ? roundUp(multiply(exact, sellTax), CASH_DECIMALS) : ZERO,
  );
  const notional = roundUp(exact, Math.max(CASH_DECIMALS, decimalsOf(exact)));
  return { notional, fees, total: side === 'BUY' ? add(notional, fees) : subtract(notional, fees) };
}
