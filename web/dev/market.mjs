import { read, seeded, write } from './decimals.mjs';
import { INSTRUMENTS } from './instruments.mjs';

const LEVELS = 24;
const INTERVALS = { '1m': 60_000, '5m': 300_000, '15m': 900_000, '1h': 3_600_000, '1d': 86_400_000 };

/** One instrument's book, tape and candles: levels are remade around a wandering middle, trades hit the best level. */
class Listing {
  constructor(spec, seed) {
    Object.assign(this, spec);
    this.random = seeded(seed);
    this.phase = 'OPEN';
    this.middle = Number(spec.reference);
    this.bids = new Map();
    this.asks = new Map();
    this.trades = [];
    this.candles = {};
    this.volume = 0n;
    this.turnover = 0n;
    this.previousClose = spec.reference;
    this.history();
    this.refill();
  }

  gauss() {
    return this.random() + this.random() + this.random() - 1.5;
  }

  history() {
    const now = Date.now();
    for (const [interval, millis] of Object.entries(INTERVALS)) {
      const count = interval === '1d' ? 260 : 400;
      const bars = [];
      let price = Number(this.reference);
      const step = this.volatility * Math.sqrt(millis / 60_000) * 2.2;
      for (let index = 0; index < count; index++) {
        const openAt = Math.floor(now / millis) * millis - index * millis;
        const close = price;
        const open = Math.max(2, Math.round(close + this.gauss() * step));
        const high = Math.max(open, close) + Math.round(this.random() * step * 0.7);
        const low = Math.max(1, Math.min(open, close) - Math.round(this.random() * step * 0.7));
        const volume = BigInt(Math.round(this.size * (1 + this.random() * 8))) * this.board;
        bars.unshift({ openAt, open: BigInt(open), high: BigInt(high), low: BigInt(low), close: BigInt(close), volume });
        price = open;
      }
      this.candles[interval] = bars;
    }
    this.open = this.candles['1m'].at(-1).open;
    this.high = this.open > this.reference ? this.open : this.reference;
    this.low = this.open < this.reference ? this.open : this.reference;
    this.volume = BigInt(this.size * 900) * this.board;
    this.turnover = this.notional(this.reference, this.volume);
    this.previousClose = BigInt(Math.round(Number(this.reference) - this.gauss() * this.volatility * 14));
    for (let index = 0; index < 30; index++) this.record(this.reference, BigInt(1 + Math.round(this.random() * this.size)) * this.board, 'BUY', now - (30 - index) * 4000);
  }

  /** Minor units of the quote asset. */
  notional(ticks, lots) {
    const price = ticks * this.tick; // at priceScale
    return (price * lots * 10n ** 8n) / 10n ** BigInt(this.priceScale + this.lotScale) / 10n ** 6n;
  }

  refill() {
    const best = Math.round(this.middle);
    this.bids.clear();
    this.asks.clear();
    for (let level = 0; level < LEVELS; level++) {
      const quantity = () => BigInt(Math.max(1, Math.round(this.size * (0.2 + this.random() * (1 + level / 5))))) * this.board;
      const away = this.spread + level * this.spread;
      if (best - away > 0) this.bids.set(BigInt(best - away), quantity());
      this.asks.set(BigInt(best + away), quantity());
    }
  }

  limits() {
    if (this.bandPpm === 0n) return undefined;
    const part = (this.previousClose * this.bandPpm + 500_000n) / 1_000_000n;
    return { lower: this.previousClose - part, upper: this.previousClose + part };
  }

  step(onTrade) {
    if (this.phase !== 'OPEN') return;
    const limits = this.limits();
    this.middle += this.gauss() * this.volatility * 0.5;
    if (limits) this.middle = Math.min(Number(limits.upper) - 2, Math.max(Number(limits.lower) + 2, this.middle));
    if (this.random() < 0.5) this.refill();
    if (this.random() < 0.6) {
      const side = this.random() < 0.5 ? 'BUY' : 'SELL';
      const price = side === 'BUY' ? this.bestAsk() : this.bestBid();
      const lots = BigInt(1 + Math.floor(this.random() * this.size * 0.2)) * this.board;
      this.record(price, lots, side, Date.now());
      onTrade();
    }
  }

  bestBid() {
    return [...this.bids.keys()].reduce((best, price) => (price > best ? price : best));
  }

  bestAsk() {
    return [...this.asks.keys()].reduce((best, price) => (price < best ? price : best));
  }

  record(ticks, lots, side, at) {
    const trade = { id: `trd_${this.symbol}_${this.trades.length + 1}_${at}`, price: this.price(ticks), quantity: this.quantity(lots), side, at: new Date(at).toISOString() };
    this.trades.unshift(trade);
    this.trades.length = Math.min(this.trades.length, 200);
    this.last = ticks;
    this.high = ticks > this.high ? ticks : this.high;
    this.low = ticks < this.low ? ticks : this.low;
    this.volume += lots;
    this.turnover += this.notional(ticks, lots);
    for (const [interval, millis] of Object.entries(INTERVALS)) {
      const openAt = Math.floor(at / millis) * millis;
      const bars = this.candles[interval];
      let bar = bars.at(-1);
      if (bar.openAt < openAt) bars.push((bar = { openAt, open: ticks, high: ticks, low: ticks, close: ticks, volume: 0n }));
      bar.close = ticks;
      bar.high = ticks > bar.high ? ticks : bar.high;
      bar.low = ticks < bar.low ? ticks : bar.low;
      bar.volume += lots;
    }
    return trade;
  }

  price = (ticks) => write(ticks * this.tick, this.priceScale);
  quantity = (lots) => write(lots, this.lotScale);
  money = (minor) => ({ asset: this.quote, amount: write(minor, 2) });
  readPrice = (text) => read(text, this.priceScale);
  readQuantity = (text) => read(text, this.lotScale);
}

export const listings = new Map(INSTRUMENTS.map((spec, index) => [spec.symbol, new Listing(spec, 7 + index)]));

/** The real platform spells all of them, with a library. */
const PINYIN = { 东海港务: ['donghaigangwu', 'dhgw'], 明州电力: ['mingzhoudianli', 'mzdl'], 苹果: ['pingguo', 'pg'], 比特币: ['bitebi', 'btb'] };

/** The instrument that a recorded day moves; `{"replay": "AAPL"}` to /__play. */
let replayed;
export const replay = (symbol) => (replayed = symbol);

/** Weeks (from Monday) and months (from the first), UTC, of daily bars. */
export function rolled(days, interval) {
  const bars = [];
  for (const day of days) {
    const date = new Date(day.openAt);
    const first = interval === '1w' ? date.getUTCDate() - ((date.getUTCDay() + 6) % 7) : 1;
    const openAt = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), first);
    const last = bars.at(-1);
    if (last?.openAt !== openAt) bars.push({ ...day, openAt });
    else Object.assign(last, { high: day.high > last.high ? day.high : last.high, low: day.low < last.low ? day.low : last.low, close: day.close, volume: last.volume + day.volume });
  }
  return bars;
}

export function instrumentView(of) {
  const limits = of.limits();
  const rate = (ppm) => write(ppm, 6);
  return {
    symbol: of.symbol, name: { zh: of.zh, en: of.en }, pinyin: PINYIN[of.zh] ?? [], kind: of.kind, base: of.base, quote: of.quote,
    tickSize: of.price(1n), lotSize: of.quantity(1n), boardLot: of.quantity(of.board),
    quantityDecimals: of.lotScale, priceDecimals: of.priceScale,
    ...(limits ? { band: { lower: of.price(limits.lower), upper: of.price(limits.upper), reference: of.price(of.previousClose) } } : {}),
    maxQuantity: of.quantity(of.maxLots * of.board),
    fees: { maker: rate(of.maker), taker: rate(of.taker), sellTax: rate(of.tax) }, phase: of.phase, sameDaySale: of.sameDaySale, sandbox: true,
  };
}

/** A call of a minute that would match a round quantity at the last price. */
function callView(of) {
  const isCall = /AUCTION|PRE_OPEN|INTERRUPTION/.test(of.phase);
  if (!isCall) return {};
  return {
    phaseEndsAt: new Date(Math.ceil(Date.now() / 60_000) * 60_000).toISOString(),
    auction: { price: of.price(of.last), quantity: of.quantity(120n * of.board), surplus: of.quantity(30n * of.board), surplusSide: 'BUY' },
  };
}

export function quoteView(of) {
  const change = of.last - of.previousClose;
  const percent = (change * 1_000_000n) / of.previousClose;
  return {
    symbol: of.symbol, last: of.price(of.last), change: of.price(change), changePercent: write(percent / 100n, 2),
    open: of.price(of.open), high: of.price(of.high), low: of.price(of.low), previousClose: of.price(of.previousClose),
    volume: of.quantity(of.volume), turnover: write(of.turnover, 2),
    bid: of.price(of.bestBid()), bidSize: of.quantity(of.bids.get(of.bestBid())),
    ask: of.price(of.bestAsk()), askSize: of.quantity(of.asks.get(of.bestAsk())),
    phase: of.phase, ...callView(of), asOf: new Date().toISOString(), state: 'LIVE', source: of.symbol === replayed ? 'REPLAY' : 'SANDBOX',
  };
}

export function depthView(of, levels = 10) {
  const rows = (side, order) => [...side].sort(order).slice(0, levels).map(([price, lots]) => [of.price(price), of.quantity(lots), 1 + Number(lots % 7n)]);
  return {
    bids: rows(of.bids, (a, b) => (a[0] > b[0] ? -1 : 1)),
    asks: rows(of.asks, (a, b) => (a[0] < b[0] ? -1 : 1)),
  };
}

export function candleView(of, bar) {
  return {
    openAt: new Date(bar.openAt).toISOString(), open: of.price(bar.open), high: of.price(bar.high), low: of.price(bar.low),
    close: of.price(bar.close), volume: of.quantity(bar.volume), turnover: write(of.notional(bar.close, bar.volume), 2),
  };
}
