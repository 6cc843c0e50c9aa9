import { expect, test } from 'vitest';
import type { Balance, Position } from '@/api';
import { decimal as d } from '@/money';
import { totalsOf } from './totals';

const balances: Balance[] = [
  { asset: 'CNY', available: d('900.00'), held: d('100.00'), total: d('1000.00') },
  { asset: '600101', available: d('300'), held: d('0'), total: d('300') },
  { asset: 'USD', available: d('50.00'), held: d('0.00'), total: d('50.00') },
];
const position = (symbol: string, asset: string, cost: string, value?: string, profit?: string): Position => ({
  symbol, asset: symbol, quoteAsset: asset, quantity: d('1'), available: d('1'), held: d('0'), unsettled: d('0'), averageCost: d(cost), costBasis: d(cost), realisedProfit: d('0'),
  ...(value === undefined ? {} : { marketValue: d(value) }),
  ...(profit === undefined ? {} : { unrealisedProfit: d(profit) }),
});
const isCash = (asset: string) => asset === 'CNY' || asset === 'USD';

test('adds cash and holdings within a currency, never across', () => {
  const [yuan, dollar] = totalsOf(balances, [position('600101', 'CNY', '5000.00', '4800.00', '-200.00'), position('AAPL', 'USD', '100.00', '130.00', '30.00')], isCash);
  expect(yuan).toMatchObject({ asset: 'CNY', holdings: '4800.00', total: '5800.00', profit: '-200.00', profitPercent: '-4.00' });
  expect(dollar).toMatchObject({ asset: 'USD', total: '180.00', profit: '30.00', profitPercent: '30.00' });
});

test('is unknown, not zero, while the price of one holding is unknown', () => {
  const [yuan] = totalsOf(balances, [position('600101', 'CNY', '5000.00'), position('LH300', 'CNY', '10.00', '11.00', '1.00')], isCash);
  expect(yuan?.total).toBeUndefined();
  expect(yuan?.profit).toBeUndefined();
  expect(yuan?.cash).toBe('1000.00');
});

test('without holdings the total is the cash', () => {
  const [yuan] = totalsOf(balances, [], isCash);
  expect(yuan).toMatchObject({ total: '1000.00', profit: '0', profitPercent: undefined });
});
