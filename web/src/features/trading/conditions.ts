import type { Draft, Instrument, OrderType, PegReference, SelfTradePrevention, Side, TimeInForce } from '@/api';
import { compare, decimal, decimalsOf, floorToStep, isMultiple, readDecimal, sign, type Decimal } from '@/money';
import { attachable, CONTINUOUS, hasMinimum, hasTrigger, mayHide, mayProtect, type Attached } from './orderForm';

/** What few orders have, as typed; empty for what an order does not. */
export interface Conditions {
  triggerPrice: string;
  trailBy: 'PERCENT' | 'AMOUNT';
  trail: string;
  displayQuantity: string;
  minimumQuantity: string;
  /** The reader's own clock, as the browser's field has it: 2026-11-22T15:00. */
  expiresAt: string;
  selfTradePrevention: SelfTradePrevention | '';
  reprice: boolean;
  /** What goes with it; what the order cannot have counts as nothing. */
  attached: Attached;
  /** Trigger price of the stop that goes with it. */
  stopPrice: string;
  takeProfit: string;
  /** Worst price of an order that is or becomes a market order. */
  protection: string;
  pegReference: PegReference;
  pegOffset: string;
}

export const noConditions = (): Conditions => ({
  triggerPrice: '', trailBy: 'PERCENT', trail: '', displayQuantity: '', minimumQuantity: '', expiresAt: '', selfTradePrevention: '', reprice: false,
  attached: 'NONE', stopPrice: '', takeProfit: '', protection: '', pegReference: 'PRIMARY', pegOffset: '',
});

export type FlawCode =
  | 'REQUIRED'
  | 'NOT_A_NUMBER'
  | 'NOT_POSITIVE'
  | 'TOO_MANY_DECIMALS'
  | 'OFF_TICK'
  | 'PRICE_OUTSIDE_BAND'
  | 'OFF_LOT'
  | 'QUANTITY_TOO_LARGE'
  | 'TOO_LARGE'
  | 'PAST'
  | 'NOT_BELOW'
  | 'NOT_ABOVE';

/** One thing that is wrong, and the nearest value that would be right. */
export interface Flaw {
  readonly field: 'price' | 'quantity' | 'triggerPrice' | 'trail' | 'displayQuantity' | 'minimumQuantity' | 'expiresAt' | 'stopPrice' | 'takeProfit' | 'protection' | 'pegOffset';
  readonly code: FlawCode;
  readonly suggestion?: Decimal | undefined;
}

type Sent = Pick<
  Draft,
  'price' | 'triggerPrice' | 'trailAmount' | 'trailPercent' | 'displayQuantity' | 'minimumQuantity' | 'expiresAt' | 'selfTradePrevention' | 'pegReference' | 'pegOffset' | 'stop' | 'exits'
>;
const HUNDRED = decimal('100');
const PERCENT_DECIMALS = 4;

/** Checks the fields that the type and time in force have, and makes what is sent of them; the others are passed over. */
export function checkConditions(
  typed: Conditions,
  type: OrderType,
  life: TimeInForce,
  { side, price, whole }: { side: Side; price: Decimal | undefined; whole: Decimal | undefined },
  instrument: Instrument,
  stage = CONTINUOUS,
): { flaws: Flaw[]; fields: Sent } {
  const flaws: Flaw[] = [];
  const fields: Sent = {};
  const number = (field: Flaw['field'], text: string, isRequired: boolean, flawOf: (value: Decimal) => FlawCode | undefined): Decimal | undefined => {
    if (text.trim() === '') {
      if (isRequired) flaws.push({ field, code: 'REQUIRED' });
      return undefined;
    }
    const value = readDecimal(text);
    const code = value === undefined ? 'NOT_A_NUMBER' : sign(value) <= 0 ? 'NOT_POSITIVE' : flawOf(value);
    if (code !== undefined) {
      const suggestion = code === 'OFF_TICK' && value !== undefined ? floorToStep(value, instrument.tickSize) : undefined;
      flaws.push({ field, code, suggestion });
      return undefined;
    }
    return value;
  };
  const offTick = (value: Decimal) => (isMultiple(value, instrument.tickSize) ? undefined : 'OFF_TICK');

  const attached = attachable(side, type, life, instrument).includes(typed.attached) ? typed.attached : 'NONE';
  const linked = attached !== 'NONE';
  /** A sale is protected below its price and takes its profit above; what a purchase brings is sold the same way. */
  const isBelow = (value: Decimal) => offTick(value) ?? (price !== undefined && compare(value, price) >= 0 ? 'NOT_BELOW' : undefined);
  const isAbove = (value: Decimal) => offTick(value) ?? (price !== undefined && compare(value, price) <= 0 ? 'NOT_ABOVE' : undefined);
  if (linked) {
    const stopPrice = number('stopPrice', typed.stopPrice, true, attached === 'STOP' && side === 'BUY' ? isAbove : isBelow);
    const takeProfit = attached === 'EXITS' ? number('takeProfit', typed.takeProfit, true, isAbove) : undefined;
    if (stopPrice !== undefined && attached === 'STOP') fields.stop = { triggerPrice: stopPrice };
    if (stopPrice !== undefined && takeProfit !== undefined) fields.exits = { takeProfitPrice: takeProfit, triggerPrice: stopPrice };
  }
  if (type === 'PEGGED') {
    fields.pegReference = typed.pegReference;
    const offset = typed.pegReference === 'MIDPOINT' ? undefined : number('pegOffset', typed.pegOffset, typed.pegReference === 'MARKET', offTick);
    if (offset !== undefined) fields.pegOffset = offset;
  }
  if (mayProtect(type)) {
    const worst = number('protection', typed.protection, false, offTick);
    if (worst !== undefined) fields.price = worst;
  }
  if (hasTrigger(type)) {
    const trigger = number('triggerPrice', typed.triggerPrice, true, offTick);
    if (trigger !== undefined) fields.triggerPrice = trigger;
  }
  if (type === 'TRAILING_STOP' && typed.trailBy === 'AMOUNT') {
    const trail = number('trail', typed.trail, true, offTick);
    if (trail !== undefined) fields.trailAmount = trail;
  } else if (type === 'TRAILING_STOP') {
    const trail = number('trail', typed.trail, true, (value) => (compare(value, HUNDRED) >= 0 ? 'TOO_LARGE' : decimalsOf(value) > PERCENT_DECIMALS ? 'TOO_MANY_DECIMALS' : undefined));
    if (trail !== undefined) fields.trailPercent = trail;
  }
  if (life === 'GTD') {
    const at = new Date(typed.expiresAt);
    if (typed.expiresAt === '' || Number.isNaN(at.getTime())) flaws.push({ field: 'expiresAt', code: 'REQUIRED' });
    else if (at.getTime() <= Date.now()) flaws.push({ field: 'expiresAt', code: 'PAST' });
    else fields.expiresAt = at.toISOString();
  }
  if (mayHide(type, life) && !linked) {
    const shown = number('displayQuantity', typed.displayQuantity, false, (value) =>
      !isMultiple(value, instrument.boardLot) ? 'OFF_LOT' : whole !== undefined && compare(value, whole) >= 0 ? 'TOO_LARGE' : undefined,
    );
    if (shown !== undefined) fields.displayQuantity = shown;
  }
  if (hasMinimum(type, life, stage) && !linked) {
    const least = number('minimumQuantity', typed.minimumQuantity, false, (value) =>
      decimalsOf(value) > instrument.quantityDecimals ? 'TOO_MANY_DECIMALS' : whole !== undefined && compare(value, whole) > 0 ? 'TOO_LARGE' : undefined,
    );
    if (least !== undefined) fields.minimumQuantity = least;
  }
  if (typed.selfTradePrevention !== '') fields.selfTradePrevention = typed.selfTradePrevention;
  return { flaws, fields };
}
