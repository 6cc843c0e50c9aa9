/** Eight made-up listings. Prices in ticks, quantities in lots; `tickValue`: minor units of one tick for one lot. */
const listing = (fields) => ({
  board: 1n, maker: 0n, taker: 300n, tax: 0n, bandPpm: 0n, volatility: 1, spread: 1, sameDaySale: true, maxLots: 1_000_000n, quoteScale: 2, ...fields,
});

export const INSTRUMENTS = [
  listing({ symbol: '600101', zh: '东海港务', en: 'Donghai Harbour', kind: 'A_SHARE', base: '600101', quote: 'CNY', priceScale: 2, tick: 1n, lotScale: 0, lot: 1n, tickValue: 1n, board: 100n, maker: 250n, taker: 250n, tax: 500n, bandPpm: 100_000n, reference: 1862n, size: 4000, volatility: 1.2 }),
  listing({ symbol: '000202', zh: '明州电力', en: 'Mingzhou Power', kind: 'A_SHARE', base: '000202', quote: 'CNY', priceScale: 2, tick: 1n, lotScale: 0, lot: 1n, tickValue: 1n, board: 100n, maker: 250n, taker: 250n, tax: 500n, bandPpm: 100_000n, reference: 794n, size: 9000, volatility: 0.7 }),
  listing({ symbol: '600303', sameDaySale: false, zh: '南屏银行', en: 'Nanping Bank', kind: 'A_SHARE', base: '600303', quote: 'CNY', priceScale: 2, tick: 1n, lotScale: 0, lot: 1n, tickValue: 1n, board: 100n, maker: 250n, taker: 250n, tax: 500n, bandPpm: 100_000n, reference: 1020n, size: 9000, volatility: 0.7 }),
  listing({ symbol: 'AAPL', zh: '苹果', en: 'Apple', kind: 'US_SHARE', base: 'AAPL', quote: 'USD', priceScale: 2, tick: 1n, lotScale: 0, lot: 1n, tickValue: 1n, reference: 22_871n, size: 300, volatility: 6, spread: 2 }),
  listing({ symbol: 'MSFT', zh: '微软', en: 'Microsoft', kind: 'US_SHARE', base: 'MSFT', quote: 'USD', priceScale: 2, tick: 1n, lotScale: 0, lot: 1n, tickValue: 1n, reference: 43_015n, size: 200, volatility: 9, spread: 3 }),
  listing({ symbol: 'NVDA', zh: '英伟达（外部场所）', en: 'NVIDIA (external venue)', kind: 'US_SHARE', base: 'NVDA', quote: 'USD', priceScale: 2, tick: 1n, lotScale: 0, lot: 1n, tickValue: 1n, reference: 18_000n, size: 300, volatility: 5, spread: 2 }),
  listing({ symbol: 'CGB2035', zh: '国债 2035', en: 'China Government Bond 2035', kind: 'BOND', base: 'CGB2035', quote: 'CNY', priceScale: 3, tick: 5n, lotScale: 0, lot: 1n, tickValue: 50n, quoteScale: 2, reference: 20_412n, size: 500, volatility: 0.6, taker: 20n }),
  listing({ symbol: 'LH300', zh: '灯塔300ETF', en: 'Lighthouse 300 ETF', kind: 'FUND', base: 'LH300', quote: 'CNY', priceScale: 3, tick: 1n, lotScale: 0, lot: 1n, tickValue: 1n, quoteScale: 3, reference: 4_127n, size: 60_000, volatility: 2, board: 100n, taker: 100n }),
  listing({ symbol: 'BTC-CNY', zh: '比特币', en: 'Bitcoin', kind: 'COIN', base: 'BTC', quote: 'CNY', priceScale: 2, tick: 100n, lotScale: 3, lot: 1n, tickValue: 0n, reference: 612_450n, size: 900, volatility: 160, spread: 20, taker: 1000n, maker: 800n }),
  listing({ symbol: 'ETH-CNY', zh: '以太坊', en: 'Ether', kind: 'COIN', base: 'ETH', quote: 'CNY', priceScale: 2, tick: 10n, lotScale: 3, lot: 1n, tickValue: 0n, reference: 221_330n, size: 4000, volatility: 70, spread: 10, taker: 1000n, maker: 800n }),
];

export const SCALES = { CNY: 2, USD: 2, BTC: 8, ETH: 8 };
export const scaleOf = (asset) => SCALES[asset] ?? 0;
