import { expect, test } from 'vitest';
import type { Instrument } from '@/api';
import { decimal as d } from '@/money';
import { matching } from './instruments';

function listed(symbol: string, zh: string, en: string, ...pinyin: string[]): Instrument {
  return {
    symbol, name: { zh, en }, pinyin, kind: 'A_SHARE', base: symbol, quote: 'CNY', tickSize: d('0.01'), lotSize: d('1'), boardLot: d('100'),
    quantityDecimals: 0, priceDecimals: 2, maxQuantity: d('1'), fees: { maker: d('0'), taker: d('0'), sellTax: d('0') }, phase: 'OPEN', sameDaySale: true, sandbox: true,
  };
}

const all = [
  listed('600519', '贵州茅台', 'Kweichow Moutai', 'guizhoumaotai', 'gzmt'),
  listed('000001', '平安银行', 'Ping An Bank', 'pinganyinhang', 'pinganyinxing', 'payh', 'payx'),
  listed('ANZ', '澳新', 'ANZ', 'aoxin', 'ax'),
];
const symbols = (typed: string) => matching(all, typed).map(({ symbol }) => symbol);

test.each([
  ['gzmt', ['600519']],
  ['GZ', ['600519']],
  ['maotai', ['600519']],
  ['payh', ['000001']],
  ['平安', ['000001']],
  ['moutai 6005', ['600519']],
  ['ＧＺ', ['600519']],
  ['nothing', []],
])('"%s" finds %j', (typed, found) => {
  expect(symbols(typed)).toEqual(found);
});

test('what begins with the word comes first', () => {
  expect(symbols('an')).toEqual(['ANZ', '000001']);
});

test('nothing typed lists all in their order', () => {
  expect(symbols(' ')).toEqual(['600519', '000001', 'ANZ']);
});
