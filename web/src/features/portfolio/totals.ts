import type { Balance, Position } from '@/api';
import { add, multiply, decimal, divideFloor, negate, roundHalfUp, sign, ZERO, type Decimal } from '@/money';

/** Cash in one currency, with what is held in it. Currencies are never added together: there is no rate to do it with. */
export interface CurrencyTotal {
  readonly asset: string;
  readonly cash: Decimal;
  readonly available: Decimal;
  readonly held: Decimal;
  /** What of the available may leave now; undefined where all of it may. */
  readonly withdrawable: Decimal | undefined;
  /** undefined while the price of any holding in this currency is not known. */
  readonly holdings: Decimal | undefined;
  readonly total: Decimal | undefined;
  readonly profit: Decimal | undefined;
  readonly profitPercent: Decimal | undefined;
}

/** One total for each currency that has cash or holdings, the first in the order of the balances. */
export function totalsOf(balances: readonly Balance[], positions: readonly Position[], isCash: (asset: string) => boolean): CurrencyTotal[] {
  const currencies = new Set(balances.filter((balance) => isCash(balance.asset)).map((balance) => balance.asset));
  for (const position of positions) currencies.add(position.quoteAsset);
  return [...currencies].map((asset) => {
    const balance = balances.find((candidate) => candidate.asset === asset);
    const held = positions.filter((position) => position.quoteAsset === asset);
    const holdings = sum(held.map((position) => position.marketValue));
    const profit = sum(held.map((position) => position.unrealisedProfit));
    const cost = sum(held.map((position) => position.costBasis));
    const cash = balance?.total ?? ZERO;
    return {
      asset,
      cash,
      available: balance?.available ?? ZERO,
      held: balance?.held ?? ZERO,
      withdrawable: balance?.withdrawable === balance?.available ? undefined : balance?.withdrawable,
      holdings,
      total: holdings === undefined ? undefined : add(cash, holdings),
      profit,
      profitPercent: profit === undefined || cost === undefined || sign(cost) <= 0 ? undefined : percentOf(profit, cost),
    };
  });
}

function sum(values: readonly (Decimal | null | undefined)[]): Decimal | undefined {
  return values.reduce<Decimal | undefined>((total, value) => (total === undefined || value === null || value === undefined ? undefined : add(total, value)), ZERO);
}

function percentOf(part: Decimal, whole: Decimal): Decimal {
  const hundredfold = multiply(part, decimal('100'));
  const isLoss = sign(hundredfold) < 0;
  const magnitude = divideFloor(isLoss ? negate(hundredfold) : hundredfold, whole, 6);
  return roundHalfUp(isLoss ? negate(magnitude) : magnitude, 2);
}
