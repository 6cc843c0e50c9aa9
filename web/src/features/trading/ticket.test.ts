import { describe, expect, test } from 'vitest';
import type { Instrument, OwnLimit, Quote } from '@/api';
import { decimal as d } from '@/money';
import { noConditions } from './conditions';
import { attachable, livesOf } from './orderForm';
import { brokenLimits } from './ownLimits';
import { check, costAt, portion, startingPrice, step, type Ticket } from './ticket';

const unbanded: Instrument = {
  symbol: '600101', name: { zh: '东海港务', en: 'Donghai Harbour' }, pinyin: ['dhgw'], kind: 'A_SHARE', base: '600101', quote: 'CNY',
  tickSize: d('0.01'), lotSize: d('1'), boardLot: d('100'), quantityDecimals: 0, priceDecimals: 2,
  maxQuantity: d('1000000'),
  fees: { maker: d('0.00025'), taker: d('0.00025'), sellTax: d('0.0005') }, phase: 'OPEN', sameDaySale: true, sandbox: true,
};
const share: Instrument = { ...unbanded, band: { lower: d('16.73'), upper: d('20.45'), reference: d('18.59') } };
const coin: Instrument = {
  ...unbanded, symbol: 'BTC-CNY', kind: 'COIN', base: 'BTC', tickSize: d('1.00'), lotSize: d('0.001'), boardLot: d('0.001'),
  quantityDecimals: 3, maxQuantity: d('100'), fees: { maker: d('0.0008'), taker: d('0.001'), sellTax: d('0') },
};
const ticket = (fields: Partial<Ticket>): Ticket => ({
  side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', postOnly: false, price: '18.60', quantity: '100', ...noConditions(), ...fields,
});

describe('a ticket', () => {
  test.each<[string, Partial<Ticket>, string, string | undefined]>([
    ['no price', { price: '' }, 'price REQUIRED', undefined],
    ['a word for a price', { price: 'abc' }, 'price NOT_A_NUMBER', undefined],
    ['a price of zero', { price: '0' }, 'price NOT_POSITIVE', undefined],
    ['a price between ticks', { price: '18.605' }, 'price OFF_TICK', '18.600'],
    ['a price above the band', { price: '20.46' }, 'price PRICE_OUTSIDE_BAND', '20.45'],
    ['a price below the band', { price: '16.72' }, 'price PRICE_OUTSIDE_BAND', '16.73'],
    ['no quantity', { quantity: ' ' }, 'quantity REQUIRED', undefined],
    ['a quantity of zero', { quantity: '0' }, 'quantity NOT_POSITIVE', undefined],
    ['a fraction of a share', { quantity: '100.5' }, 'quantity TOO_MANY_DECIMALS', '100.0'],
    ['an odd lot', { quantity: '250' }, 'quantity OFF_LOT', '200'],
    ['less than a lot', { quantity: '30' }, 'quantity OFF_LOT', '100'],
    ['too much', { quantity: '1000100' }, 'quantity QUANTITY_TOO_LARGE', '1000000'],
  ])('with %s says what is wrong and what would be right', (_, fields, said, suggestion) => {
    const { flaws, order } = check(ticket(fields), share);
    expect(flaws.map((flaw) => `${flaw.field} ${flaw.code}`)).toEqual([said]);
    expect(flaws[0]?.suggestion).toBe(suggestion);
    expect(order).toBeUndefined();
  });

  test('in order becomes the order that is sent', () => {
    expect(check(ticket({ price: ' 18.60 ', quantity: '1,200' }), share).order).toEqual({
      symbol: '600101', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', price: '18.60', quantity: '1200',
    });
  });

  test('at market has no price and never rests', () => {
    const { order } = check(ticket({ type: 'MARKET', timeInForce: 'IOC', price: 'ignored', postOnly: true }), share);
    expect(order).toEqual({ symbol: '600101', side: 'BUY', type: 'MARKET', timeInForce: 'IOC', quantity: '100' });
  });

  test('that must take cannot be post-only', () => {
    expect(check(ticket({ timeInForce: 'IOC', postOnly: true }), share).order?.postOnly).toBeUndefined();
  });

  test('with a stop beside it sends both, the stop on the other side of the market', () => {
    const buy = { attached: 'STOP', stopPrice: '19.00' } as const;
    expect(check(ticket(buy), share).order?.stop).toEqual({ triggerPrice: '19.00' });
    expect(check(ticket({ ...buy, stopPrice: '18.50' }), share).flaws).toEqual([expect.objectContaining({ field: 'stopPrice', code: 'NOT_ABOVE' })]);
    expect(check(ticket({ ...buy, side: 'SELL' }), share).flaws).toEqual([expect.objectContaining({ field: 'stopPrice', code: 'NOT_BELOW' })]);
    expect(check(ticket({ ...buy, timeInForce: 'IOC' }), share).order?.stop).toBeUndefined();
  });

  test('with exits sends a take-profit price above and a stop below', () => {
    const entry = { attached: 'EXITS', takeProfit: '19.50', stopPrice: '18.00' } as const;
    expect(check(ticket(entry), share).order?.exits).toEqual({ takeProfitPrice: '19.50', triggerPrice: '18.00' });
    expect(check(ticket({ ...entry, takeProfit: '18.60' }), share).flaws).toEqual([expect.objectContaining({ field: 'takeProfit', code: 'NOT_ABOVE' })]);
    expect(check(ticket({ ...entry, stopPrice: '18.60' }), share).flaws).toEqual([expect.objectContaining({ field: 'stopPrice', code: 'NOT_BELOW' })]);
    expect(check(ticket({ ...entry, type: 'MARKET', timeInForce: 'IOC' }), share).order?.exits).toBeDefined();
  });

  test('has exits only where it buys what may be sold at once', () => {
    expect(attachable('BUY', 'LIMIT', 'GTC', share)).toEqual(['NONE', 'STOP', 'EXITS']);
    expect(attachable('SELL', 'LIMIT', 'GTC', share)).toEqual(['NONE', 'STOP']);
    expect(attachable('BUY', 'LIMIT', 'GTC', { ...share, sameDaySale: false })).toEqual(['NONE', 'STOP']);
    expect(attachable('BUY', 'LIMIT', 'AT_CLOSE', share)).toEqual(['NONE']);
  });

  test('that is pegged says what it follows and how far behind', () => {
    const peg = { type: 'PEGGED', pegReference: 'MARKET', pegOffset: '0.02' } as const;
    expect(check(ticket(peg), share).order).toMatchObject({ type: 'PEGGED', price: '18.60', pegReference: 'MARKET', pegOffset: '0.02' });
    expect(check(ticket({ ...peg, pegOffset: '' }), share).flaws).toEqual([expect.objectContaining({ field: 'pegOffset', code: 'REQUIRED' })]);
    expect(check(ticket({ ...peg, pegReference: 'MIDPOINT' }), share).order?.pegOffset).toBeUndefined();
  });

  test('that is a stop may name its worst price', () => {
    const stop = { type: 'STOP', triggerPrice: '19.00', protection: '19.20' } as const;
    expect(check(ticket(stop), share).order).toMatchObject({ type: 'STOP', triggerPrice: '19.00', price: '19.20' });
    expect(check(ticket({ ...stop, protection: '19.205' }), share).flaws).toEqual([expect.objectContaining({ field: 'protection', code: 'OFF_TICK' })]);
  });

  test('shows the own limits that it would break', () => {
    const limit = (kind: OwnLimit['kind'], value: string): OwnLimit => ({ kind, scope: 'ACCOUNT', unit: '', value: d(value) });
    const limits = [limit('ORDER_QUANTITY', '100'), limit('ORDER_NOTIONAL', '1000'), limit('PRICE_COLLAR', '1'), limit('OPEN_ORDERS', '1')];
    const { order } = check(ticket({ price: '18.80', quantity: '200' }), share);
    const cost = costAt(d('18.80'), d('200'), 'BUY', share);
    expect(brokenLimits(limits, order, cost, d('18.60')).map(({ kind }) => kind)).toEqual(['ORDER_QUANTITY', 'ORDER_NOTIONAL', 'PRICE_COLLAR']);
    expect(brokenLimits(limits, undefined, cost, d('18.60'))).toEqual([]);
  });

  test('to sell may clear the odd remainder of the holding, and only that', () => {
    const sell = (quantity: string) => check(ticket({ side: 'SELL', quantity }), share, d('1050')).flaws.length;
    expect(sell('1050')).toBe(0);
    expect(sell('50')).toBe(0);
    expect(sell('30')).toBe(1);
  });
});

describe('a ticket with conditions', () => {
  const stop: Partial<Ticket> = { side: 'SELL', type: 'STOP', triggerPrice: '18.00' };

  test.each<[string, Partial<Ticket>, string]>([
    ['no trigger price', { ...stop, triggerPrice: '' }, 'triggerPrice REQUIRED'],
    ['a trigger price between ticks', { ...stop, triggerPrice: '18.005' }, 'triggerPrice OFF_TICK'],
    ['no distance', { type: 'TRAILING_STOP' }, 'trail REQUIRED'],
    ['a distance of everything', { type: 'TRAILING_STOP', trail: '100' }, 'trail TOO_LARGE'],
    ['a distance between ticks', { type: 'TRAILING_STOP', trailBy: 'AMOUNT', trail: '0.005' }, 'trail OFF_TICK'],
    ['no end', { timeInForce: 'GTD' }, 'expiresAt REQUIRED'],
    ['an end gone by', { timeInForce: 'GTD', expiresAt: '2001-01-01T00:00' }, 'expiresAt PAST'],
    ['a shown part that is the whole', { displayQuantity: '100' }, 'displayQuantity TOO_LARGE'],
    ['a shown part of an odd lot', { quantity: '300', displayQuantity: '50' }, 'displayQuantity OFF_LOT'],
    ['a minimum above the whole', { minimumQuantity: '200' }, 'minimumQuantity TOO_LARGE'],
  ])('with %s says what is wrong', (_, fields, said) => {
    const { flaws, order } = check(ticket(fields), share);
    expect(flaws.map((flaw) => `${flaw.field} ${flaw.code}`)).toEqual([said]);
    expect(order).toBeUndefined();
  });

  test('sends a stop without a price', () => {
    expect(check(ticket(stop), share).order).toEqual({ symbol: '600101', side: 'SELL', type: 'STOP', timeInForce: 'GTC', quantity: '100', triggerPrice: '18.00' });
  });

  test('sends the distance of a trailing stop as it was meant', () => {
    expect(check(ticket({ type: 'TRAILING_STOP', trail: '2.5' }), share).order?.trailPercent).toBe('2.5');
    expect(check(ticket({ type: 'TRAILING_STOP', trail: '0.50', trailBy: 'AMOUNT' }), share).order?.trailAmount).toBe('0.50');
  });

  test('sends the end in UTC', () => {
    expect(check(ticket({ timeInForce: 'GTD', expiresAt: '2101-01-01T09:30' }), share).order?.expiresAt).toMatch(/^2\d{3}-.*Z$/);
  });

  test('passes over what its type does not have', () => {
    const fields = { triggerPrice: '17.00', trail: '1', expiresAt: '2101-01-01T09:30', reprice: true, postOnly: true, displayQuantity: '100', minimumQuantity: '100' };
    expect(check(ticket({ ...fields, type: 'STOP', quantity: '300' }), share).order).toEqual({
      symbol: '600101', side: 'BUY', type: 'STOP', timeInForce: 'GTC', quantity: '300', triggerPrice: '17.00',
    });
  });

  test('is repriced only when it may only rest', () => {
    expect(check(ticket({ reprice: true }), share).order).not.toHaveProperty('reprice');
    expect(check(ticket({ reprice: true, postOnly: true }), share).order).toMatchObject({ reprice: true, postOnly: true });
  });
});

describe('what goes together', () => {
  test.each([
    ['LIMIT', 'GTC DAY GTD IOC FOK'],
    ['MARKET', 'IOC FOK'],
    ['MARKET_TO_LIMIT', 'GTC DAY GTD'],
    ['STOP', 'GTC DAY GTD'],
    ['STOP_LIMIT', 'GTC DAY GTD'],
    ['TRAILING_STOP', 'GTC DAY GTD'],
  ] as const)('%s takes %s', (type, lives) => {
    expect(livesOf(type).join(' ')).toBe(lives);
  });
});

describe('a fresh ticket', () => {
  const quote = (fields: Partial<Quote>): Quote => ({
    symbol: '600101', volume: d('0'), turnover: d('0'), phase: 'OPEN', asOf: '2026-01-01T00:00:00Z', state: 'LIVE', source: 'SANDBOX', ...fields,
  });

  test.each<[string, 'BUY' | 'SELL', Quote | undefined, string | undefined]>([
    ['the best ask to buy', 'BUY', quote({ bid: d('18.58'), ask: d('18.60'), last: d('18.59') }), '18.60'],
    ['the best bid to sell', 'SELL', quote({ bid: d('18.58'), ask: d('18.60'), last: d('18.59') }), '18.58'],
    ['the last trade when nobody sells', 'BUY', quote({ bid: d('18.58'), last: d('18.59') }), '18.59'],
    ['the own side of the book before the first trade', 'BUY', quote({ bid: d('18.58') }), '18.58'],
    ['the close before it', 'BUY', quote({ previousClose: d('18.20') }), '18.20'],
    ['nothing when nothing is known', 'BUY', quote({}), undefined],
    ['nothing before the first quote', 'SELL', undefined, undefined],
  ])('proposes %s', (_, side, known, price) => {
    expect(startingPrice(side, unbanded, known)).toBe(price);
  });

  test('proposes the reference of the day before the first quote', () => {
    expect(startingPrice('BUY', share, undefined)).toBe('18.59');
  });

  test('stays empty when stepped without any price', () => {
    expect(step('', d('0.01'), 1, undefined)).toBeUndefined();
  });
});

describe('steppers', () => {
  test.each([
    ['18.60', 1, '18.61'],
    ['18.60', -1, '18.59'],
    ['18.605', 1, '18.610'],
    ['18.605', -1, '18.600'],
    ['0.01', -1, '0.01'],
    ['', 1, '18.62'],
  ] as const)('from "%s" by %i lead to %s', (from, direction, to) => {
    expect(step(from, d('0.01'), direction, d('18.62'))).toBe(to);
  });
});

describe('portions', () => {
  test.each([
    [1, '300'],
    [2, '600'],
    [3, '900'],
    [4, '1200'],
  ] as const)('%i quarters of 1,250 shares buy whole lots', (quarters, bought) => {
    expect(portion(d('1250'), quarters, 'BUY', share)).toBe(bought);
  });

  test('all of a holding includes its odd remainder', () => {
    expect(portion(d('1250'), 4, 'SELL', share)).toBe('1250');
  });

  test('of a coin keep its three decimals', () => {
    expect(portion(d('0.12345678'), 2, 'BUY', coin)).toBe('0.061');
  });
});

describe('the cost', () => {
  test('of a purchase is notional plus fees, fees rounded up', () => {
    expect(costAt(d('18.60'), d('300'), 'BUY', share)).toEqual({ notional: '5580.00', fees: '1.40', total: '5581.40' });
  });

  test('of a sale is what arrives after fees and tax', () => {
    expect(costAt(d('18.60'), d('300'), 'SELL', share)).toEqual({ notional: '5580.00', fees: '4.19', total: '5575.81' });
  });

  test('takes the higher of the two rates', () => {
    expect(costAt(d('612450'), d('0.120'), 'BUY', coin).fees).toBe('73.50');
  });
});
