import type { Decimal } from '@/money';

/** Enumerations of the API may grow: a value that this build does not know is shown as it came. */
type Open<T extends string> = T | (string & NonNullable<unknown>);

export interface Money {
  readonly asset: string;
  readonly amount: Decimal;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextPageToken?: string | null;
}

export type ColourScheme = 'RISE_RED' | 'RISE_GREEN' | 'AUTO';
export type Theme = 'SYSTEM' | 'LIGHT' | 'DARK';

export interface Me {
  readonly customerId: string;
  readonly accountId: string;
  readonly email: string;
  readonly displayName?: string | null;
  readonly role: 'CUSTOMER' | 'STAFF';
  readonly language?: string | null;
  readonly colourScheme?: ColourScheme | null;
  readonly theme?: Theme | null;
  readonly registeredAt: string;
}

export type InstrumentKind = Open<'A_SHARE' | 'US_SHARE' | 'BOND' | 'FUND' | 'COIN'>;
export type Phase = Open<'PENDING' | 'OPEN' | 'HALTED' | 'CLOSED'>;

export interface PriceBand {
  readonly lower: Decimal;
  readonly upper: Decimal;
  readonly reference: Decimal;
}

export interface Instrument {
  readonly symbol: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly kind: InstrumentKind;
  readonly base: string;
  readonly quote: string;
  readonly tickSize: Decimal;
  readonly lotSize: Decimal;
  readonly boardLot: Decimal;
  readonly quantityDecimals: number;
  readonly priceDecimals: number;
  readonly band?: PriceBand | null;
  readonly maxQuantity: Decimal;
  /** Rates as fractions: "0.00025" is 0.025 per cent of the notional. */
  readonly fees: { readonly maker: Decimal; readonly taker: Decimal; readonly sellTax: Decimal };
  readonly phase: Phase;
  readonly sandbox: boolean;
}

export interface Quote {
  readonly symbol: string;
  readonly last?: Decimal | null;
  readonly change?: Decimal | null;
  readonly changePercent?: Decimal | null;
  readonly open?: Decimal | null;
  readonly high?: Decimal | null;
  readonly low?: Decimal | null;
  readonly previousClose?: Decimal | null;
  readonly volume?: Decimal | null;
  readonly turnover?: Decimal | null;
  readonly bid?: Decimal | null;
  readonly bidSize?: Decimal | null;
  readonly ask?: Decimal | null;
  readonly askSize?: Decimal | null;
  readonly phase: Phase;
  readonly asOf?: string | null;
  readonly state: Open<'LIVE' | 'STALE'>;
}

/** Price, quantity at the price, number of orders (not always told). */
export type DepthLevel = readonly [price: Decimal, quantity: Decimal, orders?: string];

export interface Depth {
  readonly bids: readonly DepthLevel[];
  readonly asks: readonly DepthLevel[];
}

export type Side = 'BUY' | 'SELL';

export interface Trade {
  readonly id: string;
  readonly price: Decimal;
  readonly quantity: Decimal;
  /** The side of the order that took. */
  readonly side: Side;
  readonly at: string;
}

export type Interval = '1m' | '5m' | '15m' | '1h' | '1d';

export interface Candle {
  readonly openAt: string;
  readonly open: Decimal;
  readonly high: Decimal;
  readonly low: Decimal;
  readonly close: Decimal;
  readonly volume: Decimal;
  readonly turnover?: Decimal | null;
}

export type OrderType = 'LIMIT' | 'MARKET';
export type TimeInForce = 'GTC' | 'IOC' | 'FOK';
export type OrderStatus = Open<'NEW' | 'PARTIALLY_FILLED' | 'FILLED' | 'CANCELLED' | 'REJECTED'>;

export interface NewOrder {
  readonly symbol: string;
  readonly side: Side;
  readonly type: OrderType;
  readonly timeInForce?: TimeInForce;
  readonly postOnly?: boolean;
  readonly price?: Decimal;
  readonly quantity: Decimal;
  readonly clientOrderId?: string;
}

export interface Order {
  readonly id: string;
  readonly clientOrderId?: string | null;
  readonly symbol: string;
  readonly side: Side;
  readonly type: OrderType;
  readonly timeInForce: TimeInForce;
  readonly postOnly: boolean;
  readonly price?: Decimal | null;
  readonly quantity: Decimal;
  readonly filledQuantity: Decimal;
  readonly remainingQuantity: Decimal;
  readonly averagePrice?: Decimal | null;
  readonly status: OrderStatus;
  readonly reason?: string | null;
  readonly fees?: Money | null;
  readonly createdAt?: string | null;
  readonly updatedAt?: string | null;
  readonly sequence?: number;
}

export interface OrderChange {
  readonly price?: Decimal;
  /** The new total, what is filled included. */
  readonly quantity?: Decimal;
}

/** Amounts are in `asset`; what cannot be told without the market's prices is absent. */
export interface Estimate {
  readonly asset: string;
  readonly price?: Decimal | null;
  readonly notional?: Decimal | null;
  readonly fees?: Decimal | null;
  readonly total?: Decimal | null;
  readonly maxQuantity?: Decimal | null;
  readonly available: Decimal;
  readonly availableAsset: string;
}

export interface Execution {
  readonly id: string;
  readonly orderId: string;
  readonly symbol: string;
  readonly side: Side;
  readonly price: Decimal;
  readonly quantity: Decimal;
  readonly notional: Decimal;
  readonly fee: Decimal;
  readonly tax: Decimal;
  readonly feeAsset: string;
  readonly liquidity: 'MAKER' | 'TAKER';
  readonly at: string;
}

export interface Balance {
  readonly asset: string;
  readonly available: Decimal;
  readonly held: Decimal;
  readonly total: Decimal;
}

export interface Position {
  readonly symbol: string;
  readonly asset: string;
  readonly quoteAsset: string;
  readonly quantity: Decimal;
  readonly available: Decimal;
  readonly held: Decimal;
  readonly averageCost: Decimal;
  readonly costBasis: Decimal;
  readonly last?: Decimal | null;
  readonly marketValue?: Decimal | null;
  readonly unrealisedProfit?: Decimal | null;
  readonly unrealisedProfitPercent?: Decimal | null;
}

export interface Positions {
  readonly items: readonly Position[];
  readonly marketData: { readonly available: boolean; readonly since?: string | null };
}

export interface Movement {
  readonly id: string;
  readonly asset: string;
  /** Signed: below zero leaves the account. */
  readonly amount: Decimal;
  readonly balanceAfter?: Decimal | null;
  readonly kind: Open<'DEPOSIT' | 'WITHDRAWAL' | 'TRADE' | 'FEE' | 'TAX'>;
  readonly reference?: {
    readonly orderId?: string | null;
    readonly paymentId?: string | null;
    readonly tradeId?: string | null;
  } | null;
  readonly receipt: string;
  readonly at: string;
}

export type PaymentStatus = Open<'PENDING' | 'COMPLETED' | 'REJECTED' | 'UNKNOWN'>;

export interface Payment {
  readonly id: string;
  readonly kind: 'DEPOSIT' | 'WITHDRAWAL';
  readonly amount: Money;
  readonly status: PaymentStatus;
  readonly reason?: string | null;
  readonly receipt?: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly sandbox: boolean;
}

export type Health = Open<'UP' | 'DEGRADED' | 'DOWN'>;

export interface StatusPart {
  readonly name: string;
  readonly role?: string | null;
  readonly state: Health;
  readonly since?: string | null;
  readonly detail?: string | null;
}

export interface Status {
  readonly state: Health;
  readonly parts: readonly StatusPart[];
  readonly asOf: string;
}

export type BankMode = 'NORMAL' | 'REJECT' | 'TIMEOUT' | 'DELAY' | 'LOSE';
