import { randomBytes } from 'node:crypto';
import { read, write } from './decimals.mjs';
import { scaleOf } from './instruments.mjs';
import { listings } from './market.mjs';

export class Refusal extends Error {
  constructor(status, code, zh, en, fields = []) {
    super(code);
    Object.assign(this, { status, code, zh, en, fields });
  }
}

let ids = 1000;
const now = () => new Date().toISOString();
export const state = { bank: 'NORMAL', marketDown: undefined, sequence: 1, notices: [
  { id: 'sandbox', severity: 'INFO', title: { zh: '这是沙盒', en: 'This is a sandbox' }, text: { zh: '资金与证券不是真实的。', en: 'Neither money nor securities are real.' }, startsAt: '2026-01-01T00:00:00Z', postedBy: 'installation' },
] };

export class Customer {
  constructor({ email, password, displayName, language, role = 'CUSTOMER' }) {
    Object.assign(this, { email, password, displayName: displayName ?? email.split('@')[0], language: language ?? 'zh-CN', role });
    this.number = ids++;
    this.colourScheme = 'AUTO';
    this.theme = 'SYSTEM';
    this.registeredAt = now();
    this.balances = new Map();
    this.costs = new Map();
    Object.assign(this, { orders: [], executions: [], movements: [], payments: [], replies: new Map() });
    this.onChange = () => undefined;
  }

  me() {
    const { email, displayName, role, language, colourScheme, theme, registeredAt, number } = this;
    return { customerId: `cus_${number}`, accountId: `acc_${number}`, email, displayName, role, language, colourScheme, theme, registeredAt };
  }

  balance(asset) {
    if (!this.balances.has(asset)) this.balances.set(asset, { available: 0n, held: 0n });
    return this.balances.get(asset);
  }

  move(asset, amount, kind, reference) {
    const balance = this.balance(asset);
    balance.available += amount;
    this.movements.unshift({
      id: `mov_${this.movements.length + 1}`, asset, amount: write(amount, scaleOf(asset)),
      balanceAfter: write(balance.available + balance.held, scaleOf(asset)), kind, reference,
      receipt: `R${String(900_000 + ids++)}`, at: now(),
    });
  }

  pay(kind, money) {
    const scale = scaleOf(money?.asset);
    const amount = read(money?.amount, scale);
    if (amount === undefined || amount <= 0n) throw new Refusal(422, 'AMOUNT_NOT_POSITIVE', '金额必须大于零', 'The amount must be above zero', [{ pointer: '/amount/amount', code: 'AMOUNT_NOT_POSITIVE' }]);
    if (kind === 'WITHDRAWAL' && this.balance(money.asset).available < amount) throw new Refusal(422, 'INSUFFICIENT_FUNDS', '可用资金不足', 'Not enough money is available');
    const payment = { id: `pay_${ids++}`, kind, amount: { asset: money.asset, amount: write(amount, scale) }, status: 'PENDING', receipt: `P${800_000 + ids}`, createdAt: now(), updatedAt: now(), sandbox: true };
    this.payments.unshift(payment);
    const finish = (status, reason) => {
      Object.assign(payment, { status, ...(reason ? { reason } : {}), updatedAt: now() });
      if (status === 'COMPLETED') this.move(money.asset, kind === 'DEPOSIT' ? amount : -amount, kind, { paymentId: payment.id });
      this.onChange();
    };
    if (state.bank === 'NORMAL') finish('COMPLETED');
    else if (state.bank === 'REJECT') finish('REJECTED', 'AC04');
    else if (state.bank === 'DELAY') setTimeout(() => finish('COMPLETED'), 5000);
    else {
      payment.status = 'UNKNOWN';
      setTimeout(() => finish('COMPLETED'), 15_000);
    }
    return payment;
  }

  check(body) {
    const of = listings.get(body.symbol);
    if (!of) throw new Refusal(404, 'INSTRUMENT_NOT_FOUND', '没有这个品种', 'No such instrument');
    if (of.phase !== 'OPEN') throw new Refusal(422, 'INSTRUMENT_HALTED', '该品种已停牌', 'The instrument is halted');
    const lots = of.readQuantity(body.quantity);
    if (lots === undefined || lots <= 0n) throw new Refusal(422, 'QUANTITY_NOT_POSITIVE', '数量必须大于零', 'The quantity must be above zero', [{ pointer: '/quantity', code: 'QUANTITY_NOT_POSITIVE' }]);
    if (lots % of.board !== 0n) throw new Refusal(422, 'OFF_LOT', `数量须为 ${of.quantity(of.board)} 的整数倍`, `The quantity must be a multiple of ${of.quantity(of.board)}`, [{ pointer: '/quantity', code: 'OFF_LOT' }]);
    let ticks = body.side === 'BUY' ? of.bestAsk() + 20n * BigInt(of.spread) : of.bestBid() - 20n * BigInt(of.spread);
    if (hasLimit(body.type)) {
      const price = of.readPrice(body.price);
      if (price === undefined || price <= 0n || price % of.tick !== 0n) throw new Refusal(422, 'OFF_TICK', '价格不是最小变动价位的整数倍', 'The price is not a multiple of the tick', [{ pointer: '/price', code: 'OFF_TICK' }]);
      ticks = price / of.tick;
      const limits = of.limits();
      if (limits && (ticks < limits.lower || ticks > limits.upper)) throw new Refusal(422, 'PRICE_OUTSIDE_BAND', '价格超出涨跌停范围', 'The price is outside the band', [{ pointer: '/price', code: 'PRICE_OUTSIDE_BAND' }]);
    }
    return { of, lots, ticks, ...this.checkTrigger(body, of) };
  }

  /** What a stop waits for; a trailing one starts at its distance from the last price. */
  checkTrigger(body, of) {
    if (!isConditional(body.type)) return {};
    const refused = new Refusal(422, 'TRIGGER_INVALID', '触发条件无效', 'The trigger is not valid', [{ pointer: '/triggerPrice', code: 'TRIGGER_INVALID' }]);
    if (body.type === 'TRAILING_STOP') {
      const trail = body.trailAmount ? of.readPrice(body.trailAmount) / of.tick : (of.last * (read(body.trailPercent ?? '0', 4) ?? 0n)) / 1_000_000n;
      if (trail <= 0n) throw refused;
      return { trigger: body.side === 'BUY' ? of.last + trail : of.last - trail };
    }
    const price = of.readPrice(body.triggerPrice ?? '');
    if (price === undefined || price <= 0n || price % of.tick !== 0n) throw refused;
    return { trigger: price / of.tick };
  }

  estimate(body) {
    const { of, lots, ticks: limit } = this.check(body);
    const ticks = hasLimit(body.type) ? limit : body.triggerPrice ? of.readPrice(body.triggerPrice) / of.tick : body.side === 'BUY' ? of.bestAsk() : of.bestBid();
    const notional = of.notional(ticks, lots);
    const components = componentsOf(notional, of, body.side);
    const fees = components ? components.commission + components.stampDuty + components.transferFee : feeOf(notional, of.taker + (body.side === 'SELL' ? of.tax : 0n));
    const cash = this.balance(of.quote).available;
    const one = of.notional(ticks, of.board);
    const most = body.side === 'BUY' ? (one === 0n ? 0n : (cash * 1_000_000n) / (one * (1_000_000n + of.taker))) * of.board : this.balance(of.base).available / 10n ** BigInt(scaleOf(of.base) - of.lotScale < 0 ? 0 : scaleOf(of.base) - of.lotScale);
    return {
      asset: of.quote, price: of.price(ticks), notional: write(notional, 2), fees: write(fees, 2),
      components: components && Object.fromEntries(Object.entries(components).map(([name, minor]) => [name, write(minor, 2)])),
      total: write(body.side === 'BUY' ? notional + fees : notional - fees, 2),
      maxQuantity: of.quantity(most), available: body.side === 'BUY' ? write(cash, 2) : of.quantity(most), availableAsset: body.side === 'BUY' ? of.quote : of.base,
      ...(body.side === 'BUY' && of.quote === 'CNY' ? { borrowable: '50000.00', borrowed: write(notional + fees > cash ? notional + fees - cash : 0n, 2) } : {}),
    };
  }

  place(body, exits) {
    const { of, lots, ticks, trigger } = this.check(body);
    const waits = trigger !== undefined;
    const hold = waits ? 0n : body.side === 'BUY' ? of.notional(ticks, lots) + feeOf(of.notional(ticks, lots), of.taker) : lots * 10n ** BigInt(Math.max(0, scaleOf(of.base) - of.lotScale));
    const asset = body.side === 'BUY' ? of.quote : of.base;
    const balance = this.balance(asset);
    if (balance.available < hold) {
      throw body.side === 'BUY'
        ? new Refusal(422, 'INSUFFICIENT_FUNDS', `需要 ${write(hold, 2)} ${asset}，可用 ${write(balance.available, 2)} ${asset}`, `Needs ${write(hold, 2)} ${asset}; ${write(balance.available, 2)} ${asset} is available`)
        : new Refusal(422, 'INSUFFICIENT_HOLDINGS', '可卖数量不足', 'Not enough holdings to sell');
    }
    const order = {
      id: `ord_${ids++}`, clientOrderId: body.clientOrderId, symbol: of.symbol, side: body.side, type: body.type,
      timeInForce: body.timeInForce ?? (body.type === 'MARKET' ? 'IOC' : 'GTC'), postOnly: Boolean(body.postOnly),
      orderedType: body.type, trigger, trailAmount: body.trailAmount, trailPercent: body.trailPercent, displayQuantity: body.displayQuantity, expiresAt: body.expiresAt,
      lots, ticks, left: lots, hold, spent: 0n, fee: 0n, exits, pegReference: body.pegReference, pegOffset: body.pegOffset, status: waits ? 'PENDING_TRIGGER' : 'NEW', createdAt: now(), updatedAt: now(),
    };
    balance.available -= hold;
    balance.held += hold;
    this.orders.unshift(order);
    if (!waits && body.type !== 'PEGGED') this.take(order, of);
    if (order.left > 0n && ['IOC', 'FOK'].includes(order.timeInForce)) this.finish(order, 'CANCELLED', 'IOC_REMAINDER');
    this.onChange();
    return orderView(order);
  }

  take(order, of) {
    while (order.left > 0n) {
      const price = order.side === 'BUY' ? of.bestAsk() : of.bestBid();
      if (order.side === 'BUY' ? price > order.ticks : price < order.ticks) return;
      const side = order.side === 'BUY' ? of.asks : of.bids;
      const there = side.get(price);
      const lots = there < order.left ? there : order.left;
      if (there === lots && side.size > 2) side.delete(price);
      else side.set(price, there - lots + of.board);
      this.fill(order, of, price, lots, 'TAKER');
    }
  }

  fill(order, of, price, lots, liquidity) {
    const trade = of.record(price, lots, order.side, Date.now());
    const notional = of.notional(price, lots);
    const fee = feeOf(notional, liquidity === 'TAKER' ? of.taker : of.maker);
    const tax = order.side === 'SELL' ? feeOf(notional, of.tax) : 0n;
    const baseUnits = lots * 10n ** BigInt(Math.max(0, scaleOf(of.base) - of.lotScale));
    const reference = { orderId: order.id, tradeId: trade.id };
    const used = order.side === 'BUY' ? notional + fee : baseUnits;
    const held = this.balance(order.side === 'BUY' ? of.quote : of.base);
    held.held -= used;
    held.available += used;
    order.hold -= used;
    const sign = order.side === 'BUY' ? 1n : -1n;
    this.move(of.quote, -sign * notional, 'TRADE', reference);
    this.move(of.base, sign * baseUnits, 'TRADE', reference);
    if (fee > 0n) this.move(of.quote, -fee, 'FEE', reference);
    if (tax > 0n) this.move(of.quote, -tax, 'TAX', reference);
    this.book(of, order.side, lots, notional + fee);
    order.left -= lots;
    order.spent += price * lots;
    order.fee += fee + tax;
    order.updatedAt = now();
    this.executions.unshift({ id: trade.id, orderId: order.id, symbol: of.symbol, side: order.side, price: of.price(price), quantity: of.quantity(lots), notional: write(notional, 2), fee: write(fee, 2), tax: write(tax, 2), feeAsset: of.quote, liquidity, at: trade.at });
    if (order.left === 0n) this.finish(order, 'FILLED');
    else order.status = 'PARTIALLY_FILLED';
    if (order.exits) this.protect(order, of, lots);
  }

  book(of, side, lots, cost) {
    const held = this.costs.get(of.symbol) ?? { lots: 0n, cost: 0n };
    if (side === 'BUY') this.costs.set(of.symbol, { lots: held.lots + lots, cost: held.cost + cost });
    else this.costs.set(of.symbol, { lots: held.lots - lots, cost: held.lots === 0n ? 0n : held.cost - (held.cost * lots) / held.lots });
  }

  finish(order, status, reason) {
    const of = listings.get(order.symbol);
    const balance = this.balance(order.side === 'BUY' ? of.quote : of.base);
    balance.held -= order.hold;
    balance.available += order.hold;
    Object.assign(order, { hold: 0n, status, updatedAt: now(), ...(reason ? { reason } : {}) });
    const other = this.orders.find((candidate) => candidate.id === order.linkedOrderId);
    if (other !== undefined && isOpen(other)) this.finish(other, 'CANCELLED', 'LINKED');
  }

  /** Two orders, here a limit order and a stop, of which one cancels the other. */
  placeOco({ other, price, ...both }) {
    const aboveIsRight = both.side === 'BUY';
    if ((Number(other?.triggerPrice) > Number(price)) !== aboveIsRight) throw new Refusal(422, 'LINK_INVALID', '两笔委托不能关联', 'These orders cannot be linked', [{ pointer: '/other', code: 'LINK_INVALID' }]);
    const { limit, waiting } = this.placeLinked({ ...both, type: 'LIMIT', price }, { ...both, ...other, clientOrderId: undefined });
    return { orders: [orderView(limit), orderView(waiting)] };
  }

  placeLinked(first, stop) {
    const waiting = this.find(this.place(stop).id);
    const limit = this.find(this.place(first).id);
    limit.linkedOrderId = waiting.id;
    waiting.linkedOrderId = limit.id;
    if (!isOpen(limit)) this.finish(waiting, 'CANCELLED', 'LINKED');
    return { limit, waiting };
  }

  /** An entry, whose exits come with its fills. */
  placeBracket({ takeProfitPrice, stopLoss, ...entry }) {
    if (entry.side !== 'BUY' || Number(stopLoss?.triggerPrice) >= Number(takeProfitPrice)) throw new Refusal(422, 'BRACKET_INVALID', '止盈止损价未分列进场价两侧', 'The exits do not lie on the two sides of the entry', [{ pointer: '/takeProfitPrice', code: 'BRACKET_INVALID' }]);
    if (!listings.get(entry.symbol)?.sameDaySale) throw new Refusal(422, 'EXIT_NOT_SELLABLE', '该品种当日买入不可当日卖出', 'What is bought today may not be sold today');
    return this.place(entry, { takeProfitPrice, stopType: stopLoss.type ?? 'STOP', triggerPrice: stopLoss.triggerPrice });
  }

  /** Protects what an entry has bought: the pair that stands grows, or there is a new one. */
  protect(entry, of, lots) {
    const limit = this.orders.find((order) => order.entryOrderId === entry.id && order.type === 'LIMIT' && isOpen(order));
    const waiting = this.orders.find((order) => order.entryOrderId === entry.id && order.status === 'PENDING_TRIGGER');
    if (limit && waiting) {
      const units = lots * 10n ** BigInt(Math.max(0, scaleOf(of.base) - of.lotScale));
      const balance = this.balance(of.base);
      balance.available -= units;
      balance.held += units;
      limit.hold += units;
      for (const exit of [limit, waiting]) Object.assign(exit, { lots: exit.lots + lots, left: exit.left + lots, updatedAt: now() });
      return;
    }
    const both = { symbol: entry.symbol, side: 'SELL', quantity: of.quantity(lots), timeInForce: 'GTC' };
    const placed = this.placeLinked({ ...both, type: 'LIMIT', price: entry.exits.takeProfitPrice }, { ...both, type: 'STOP', triggerPrice: entry.exits.triggerPrice });
    for (const exit of Object.values(placed)) exit.entryOrderId = entry.id;
  }

  find(id) {
    const order = this.orders.find((candidate) => candidate.id === id);
    if (!order) throw new Refusal(404, 'ORDER_NOT_FOUND', '没有这笔委托', 'No such order');
    return order;
  }

  cancel(id) {
    const order = this.find(id);
    if (!isOpen(order)) throw new Refusal(409, 'ORDER_NOT_OPEN', '委托已经结束', 'The order has already finished');
    this.finish(order, 'CANCELLED', 'USER');
    this.onChange();
    return orderView(order);
  }

  change(id, body) {
    const order = this.find(id);
    if (!isOpen(order)) throw new Refusal(409, 'ORDER_NOT_OPEN', '委托已经结束', 'The order has already finished');
    const of = listings.get(order.symbol);
    const { lots, ticks, trigger } = this.check({ ...order, symbol: of.symbol, price: body.price ?? of.price(order.ticks), quantity: body.quantity ?? of.quantity(order.lots), ...(order.trigger === undefined ? {} : { triggerPrice: body.triggerPrice ?? of.price(order.trigger) }) });
    if (order.status === 'PENDING_TRIGGER') {
      Object.assign(order, { lots, ticks, trigger, left: lots, updatedAt: now() });
      this.onChange();
      return orderView(order);
    }
    const filled = order.lots - order.left;
    if (lots <= filled) throw new Refusal(422, 'QUANTITY_BELOW_FILLED', '数量不能低于已成交数量', 'The quantity is below what is filled');
    const hold = order.side === 'BUY' ? of.notional(ticks, lots - filled) + feeOf(of.notional(ticks, lots - filled), of.taker) : order.hold;
    const balance = this.balance(order.side === 'BUY' ? of.quote : of.base);
    if (balance.available + order.hold < hold) throw new Refusal(422, 'INSUFFICIENT_FUNDS', '可用资金不足', 'Not enough money is available');
    balance.available += order.hold - hold;
    balance.held += hold - order.hold;
    Object.assign(order, { lots, ticks, left: lots - filled, hold, updatedAt: now() });
    this.take(order, of);
    this.onChange();
    return orderView(order);
  }

  /** Resting orders that the wandering market has reached are filled, in two bites. */
  match() {
    for (const order of this.orders.filter(isOpen)) {
      const of = listings.get(order.symbol);
      if (order.expiresAt && order.expiresAt <= now()) {
        this.finish(order, 'CANCELLED', 'EXPIRED');
        this.onChange();
        continue;
      }
      if (order.status === 'PENDING_TRIGGER') {
        this.setOff(order, of);
        continue;
      }
      if (order.type === 'PEGGED') continue;
      const reached = order.side === 'BUY' ? of.bestAsk() <= order.ticks : of.bestBid() >= order.ticks;
      if (!reached || of.phase !== 'OPEN') continue;
      const half = ((order.left / 2n) / of.board) * of.board;
      this.fill(order, of, order.ticks, half > 0n && order.left === order.lots ? half : order.left, 'MAKER');
      this.onChange();
    }
  }

  /** A stop that the last price has reached trades like a new order; one without the means is cancelled. */
  setOff(order, of) {
    const reached = order.side === 'BUY' ? of.last >= order.trigger : of.last <= order.trigger;
    if (!reached || of.phase !== 'OPEN') return;
    const { clientOrderId, createdAt, id, orderedType, trigger } = order;
    this.orders.splice(this.orders.indexOf(order), 1);
    const type = order.type === 'STOP_LIMIT' ? 'LIMIT' : 'MARKET';
    try {
      this.place({ symbol: of.symbol, side: order.side, type, price: of.price(order.ticks), quantity: of.quantity(order.lots), timeInForce: type === 'MARKET' ? 'IOC' : order.timeInForce, clientOrderId });
      Object.assign(this.orders[0], { id, createdAt, orderedType, trigger });
    } catch (refusal) {
      this.orders.unshift(order);
      this.finish(order, 'CANCELLED', refusal.code ?? refusal.message);
    }
    this.onChange();
  }

  balancesView() {
    const view = [...this.balances].map(([asset, { available, held }]) => ({ asset, available: write(available, scaleOf(asset)), held: write(held, scaleOf(asset)), total: write(available + held, scaleOf(asset)) }));
    return view.length === 0 ? view : [...view, { asset: '700101', available: '900', held: '0', total: '900' }]; // rights of a corporate action
  }

  positionsView() {
    const items = [...this.costs].filter(([, { lots }]) => lots > 0n).map(([symbol, { lots, cost }]) => {
      const of = listings.get(symbol);
      const balance = this.balance(of.base);
      const down = state.marketDown !== undefined;
      const value = of.notional(of.last, lots);
      const average = (cost * 10n ** BigInt(of.lotScale + of.priceScale - 2)) / lots;
      return {
        symbol, asset: of.base, quantity: of.quantity(lots), available: write(balance.available, scaleOf(of.base)), held: write(balance.held, scaleOf(of.base)),
        quoteAsset: of.quote, averageCost: write(average, of.priceScale), costBasis: write(cost, 2),
        ...(down ? {} : { last: of.price(of.last), marketValue: write(value, 2), unrealisedProfit: write(value - cost, 2), unrealisedProfitPercent: cost === 0n ? '0.00' : write(((value - cost) * 10_000n) / cost, 2) }),
      };
    });
    return { items, marketData: state.marketDown ? { available: false, since: state.marketDown } : { available: true } };
  }
}

/** What the fee schedule of A-shares charges for an order, as the catalogue has it; only one listing is given it here. */
function componentsOf(notional, of, side) {
  if (of.symbol !== '600303') return undefined;
  const share = (ppm) => (notional * ppm + 500_000n) / 1_000_000n;
  const commissionMinimum = 500n;
  const commission = share(of.taker) > commissionMinimum ? share(of.taker) : commissionMinimum;
  return { commission, stampDuty: side === 'SELL' ? share(of.tax) : 0n, transferFee: share(10n), commissionMinimum };
}

function feeOf(notional, ppm) {
  return (notional * ppm + 999_999n) / 1_000_000n;
}

const isConditional = (type) => ['STOP', 'STOP_LIMIT', 'TRAILING_STOP'].includes(type);
const hasLimit = (type) => type === 'LIMIT' || type === 'STOP_LIMIT' || type === 'PEGGED';

/** Where a pegged order stands: behind the price that it follows, never past its limit. */
function pegTicks(order, of) {
  const offset = order.pegOffset ? of.readPrice(order.pegOffset) / of.tick : 0n;
  const [bid, ask, buys] = [of.bestBid(), of.bestAsk(), order.side === 'BUY'];
  const followed = order.pegReference === 'MIDPOINT' ? (bid + ask + (buys ? 0n : 1n)) / 2n : (order.pegReference === 'PRIMARY') === buys ? bid : ask;
  const wanted = buys ? followed - offset : followed + offset;
  return (buys ? wanted < order.ticks : wanted > order.ticks) ? wanted : order.ticks;
}

export const isOpen = (order) => order.status === 'PENDING_TRIGGER' || order.status === 'NEW' || order.status === 'PARTIALLY_FILLED';

export function orderView(order) {
  const of = listings.get(order.symbol);
  const filled = order.lots - order.left;
  return {
    id: order.id, clientOrderId: order.clientOrderId, symbol: order.symbol, side: order.side, type: order.type, orderedType: order.orderedType, timeInForce: order.timeInForce, postOnly: order.postOnly,
    ...(hasLimit(order.type) ? { price: of.price(order.ticks) } : {}),
    ...(order.trigger === undefined ? {} : { triggerPrice: of.price(order.trigger) }),
    trailAmount: order.trailAmount, trailPercent: order.trailPercent, displayQuantity: order.displayQuantity, expiresAt: order.expiresAt, linkedOrderId: order.linkedOrderId,
    entryOrderId: order.entryOrderId, exits: order.exits, pegReference: order.pegReference, pegOffset: order.pegOffset,
    ...(order.pegReference && isOpen(order) ? { pegPrice: of.price(pegTicks(order, of)) } : {}),
    quantity: of.quantity(order.lots), filledQuantity: of.quantity(filled), remainingQuantity: of.quantity(order.left),
    ...(filled > 0n ? { averagePrice: of.price(order.spent / filled) } : {}),
    status: order.status, ...(order.reason ? { reason: order.reason } : {}), fees: of.money(order.fee), createdAt: order.createdAt, updatedAt: order.updatedAt, sequence: state.sequence,
  };
}

export const customers = new Map();
export const sessions = new Map();
export function signIn(customer) {
  const token = randomBytes(16).toString('hex');
  sessions.set(token, customer);
  return token;
}
