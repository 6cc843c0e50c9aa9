import { compare, decimalsOf, readDecimal, sign, type Decimal } from '@/money';

export type AmountFlaw = 'NOT_A_NUMBER' | 'NOT_POSITIVE' | 'TOO_MANY_DECIMALS' | 'MORE_THAN_AVAILABLE';

export const CASH_DECIMALS = 2;

/** Reads a typed amount of cash; `limit` is what may be taken out. An empty field is no flaw, and no amount either. */
export function readAmount(typed: string, limit?: Decimal): { amount?: Decimal; flaw?: AmountFlaw } {
  if (typed.trim() === '') return {};
  const amount = readDecimal(typed);
  if (amount === undefined) return { flaw: 'NOT_A_NUMBER' };
  if (sign(amount) <= 0) return { flaw: 'NOT_POSITIVE' };
  if (decimalsOf(amount) > CASH_DECIMALS) return { flaw: 'TOO_MANY_DECIMALS' };
  if (limit !== undefined && compare(amount, limit) > 0) return { flaw: 'MORE_THAN_AVAILABLE' };
  return { amount };
}
