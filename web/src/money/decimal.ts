/**
 * Exact decimals. A `Decimal` is a string such as "12.34" or "-0.001" that has been checked once, where it entered
 * the program (API answer or input field); a plain string or a number is not assignable to it. Sums are done on
 * `bigint` units, so nothing is ever rounded unless the name of the function says so. No `number` holds money.
 */
declare const brand: unique symbol;
export type Decimal = string & { readonly [brand]: 'Decimal' };

/** A decimal taken apart: value = units / 10^scale. */
interface Units {
  readonly units: bigint;
  readonly scale: number;
}

const SHAPE = /^-?\d+(\.\d+)?$/;
const DIGITS_MAX = 40;

export const ZERO = '0' as Decimal;

export function isDecimal(text: unknown): text is Decimal {
  return typeof text === 'string' && text.length <= DIGITS_MAX && SHAPE.test(text);
}

/** Takes a decimal from trusted code or the API; throws a TypeError on anything else. */
export function decimal(text: string): Decimal {
  if (!isDecimal(text)) throw new TypeError(`not a decimal: ${text}`);
  return text;
}

/**
 * Reads what a person typed: full-width digits, spaces and thousands separators are understood, a sign is not.
 * `undefined` for everything that is not a number.
 */
export function readDecimal(typed: string): Decimal | undefined {
  const plain = typed
    .normalize('NFKC')
    .replace(/。/g, '.')
    .replace(/[\s,]/g, '')
    .replace(/^\./, '0.')
    .replace(/\.$/, '');
  return isDecimal(plain) && !plain.startsWith('-') ? plain : undefined;
}

function units(value: Decimal): Units {
  const negative = value.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? value.slice(1) : value).split('.');
  const magnitude = BigInt(whole + fraction);
  return { units: negative ? -magnitude : magnitude, scale: fraction.length };
}

function at(value: Units, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

/** The decimal of units / 10^scale, with exactly `scale` decimals. */
export function fromUnits(value: bigint, scale: number): Decimal {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const sign = value < 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - scale);
  return (scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`) as Decimal;
}

function both(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const left = units(a);
  const right = units(b);
  const scale = Math.max(left.scale, right.scale);
  return [at(left, scale), at(right, scale), scale];
}

export function add(a: Decimal, b: Decimal): Decimal {
  const [left, right, scale] = both(a, b);
  return fromUnits(left + right, scale);
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const [left, right, scale] = both(a, b);
  return fromUnits(left - right, scale);
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  const left = units(a);
  const right = units(b);
  return fromUnits(left.units * right.units, left.scale + right.scale);
}

export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [left, right] = both(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function sign(value: Decimal): -1 | 0 | 1 {
  return compare(value, ZERO);
}

export function negate(value: Decimal): Decimal {
  const { units: magnitude, scale } = units(value);
  return fromUnits(-magnitude, scale);
}

export function min(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b;
}

export function max(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) >= 0 ? a : b;
}

/** True when value is a whole multiple of step (> 0). */
export function isMultiple(value: Decimal, step: Decimal): boolean {
  const [left, right] = both(value, step);
  return right !== 0n && left % right === 0n;
}

/** The greatest multiple of step (> 0) that is not above value (>= 0). */
export function floorToStep(value: Decimal, step: Decimal): Decimal {
  const [left, right, scale] = both(value, step);
  return right === 0n ? value : fromUnits(left - (left % right), scale);
}

/** a / b, rounded down to `scale` decimals; both >= 0 and b > 0. */
export function divideFloor(a: Decimal, b: Decimal, scale: number): Decimal {
  const [left, right] = both(a, b);
  if (right === 0n) throw new RangeError('division by zero');
  return fromUnits((left * 10n ** BigInt(scale)) / right, scale);
}

/** Cuts or pads to `scale` decimals; what is cut off rounds away from zero (the rule for fees). */
export function roundUp(value: Decimal, scale: number): Decimal {
  return rounded(value, scale, (rest) => (rest === 0n ? 0n : 1n));
}

/** Cuts or pads to `scale` decimals; half rounds away from zero (for display only). */
export function roundHalfUp(value: Decimal, scale: number): Decimal {
  return rounded(value, scale, (rest, divisor) => (rest * 2n >= divisor ? 1n : 0n));
}

function rounded(value: Decimal, scale: number, carry: (rest: bigint, divisor: bigint) => bigint): Decimal {
  const taken = units(value);
  if (taken.scale <= scale) return fromUnits(at(taken, scale), scale);
  const divisor = 10n ** BigInt(taken.scale - scale);
  const magnitude = taken.units < 0n ? -taken.units : taken.units;
  const kept = magnitude / divisor + carry(magnitude % divisor, divisor);
  return fromUnits(taken.units < 0n ? -kept : kept, scale);
}

/** How many decimals the value has, trailing zeros not counted. */
export function decimalsOf(value: Decimal): number {
  const fraction = value.split('.')[1] ?? '';
  return fraction.replace(/0+$/, '').length;
}

/** For pixels and bar widths only: the nearest `number`. Never feed the result back into money. */
export function approximate(value: Decimal): number {
  return Number(value);
}
