import type { Decimal } from '@/money';
import type * as api from './generated/types.gen';

/**
 * The API's types, under the names that the screens use. They come from the API's description (`npm run api`); written by
 * hand is only what the description cannot say. Enumerations may grow: a value that this build does not know is shown as
 * it came.
 */
export type { Estimate, Glossary, MarginDesk, MarginRepayment, MarginSummary, Me, Money, Notice, OwnLimits, Payment, Positions, PostedNotice, Quote, SandboxVenueView as SandboxVenue, ServicingReport, SettlementReport, Status, TrialBalance, TrialLine } from './generated/types.gen';
export type {
  AuthenticatorSetup,
  BalanceView as Balance,
  BindingView as OwnLimit,
  ChangeView as RiskChange,
  LimitForm as LimitDraft,
  LimitView as RiskLimit,
  SwitchForm as SwitchDraft,
  SwitchView as KillSwitch,
  Band as PriceBand,
  CandleView as Candle,
  ExecutionView as Execution,
  InstrumentView as Instrument,
  MarginAccountView as MarginAccount,
  MarginAgreementForm as MarginAgreementDraft,
  MarginProgramForm as MarginProgramDraft,
  MarginProgramView as MarginProgram,
  MarginSaleView as MarginSale,
  MarginTermsForm as MarginTermsDraft,
  MarginTermsView as MarginTerms,
  MovementView as Movement,
  NoticeForm as NoticeDraft,
  OpenSession,
  OrderView as Order,
  Part as StatusPart,
  PlaceForm as NewOrder,
  PositionView as Position,
  RecoveryCodeList,
  ReplaceForm as OrderChange,
  SecurityEvent,
  SecurityView as Security,
  TradeView as Trade,
  VenueReportView as VenueReport,
} from './generated/types.gen';

export type ColourScheme = api.Me['colourScheme'];
export type Theme = api.Me['theme'];
export type InstrumentKind = api.InstrumentView['kind'];
export type Phase = api.Quote['phase'];
export type Side = api.PlaceForm['side'];
export type OrderType = api.PlaceForm['type'];
export type TimeInForce = NonNullable<api.PlaceForm['timeInForce']>;
export type SelfTradePrevention = NonNullable<api.PlaceForm['selfTradePrevention']>;
export type OrderStatus = api.OrderView['status'];
export type PaymentStatus = api.Payment['status'];
export type Health = api.Part['state'];
export type VenueMode = api.SandboxVenueView['mode'];
export type VenueDrill = NonNullable<api.VenueDrillForm['drill']>;
export type BankMode = api.BankView['mode'];

export type PegReference = NonNullable<api.PlaceForm['pegReference']>;

/** An order with what goes with it: a stop of which one cancels the other, or the exits of a bracket. */
export interface Draft extends api.PlaceForm {
  stop?: { triggerPrice: Decimal };
  exits?: { takeProfitPrice: Decimal; triggerPrice: Decimal };
}

/** One page of any list; the next one is asked for with its token. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextPageToken?: string;
}

/** Price, quantity at the price, number of orders (not told by a delta). The description only says "a list of texts". */
export type DepthLevel = readonly [price: Decimal, quantity: Decimal, orders?: string];

export interface Depth {
  readonly bids: readonly DepthLevel[];
  readonly asks: readonly DepthLevel[];
}

/** Weeks have a small w, months a capital M. */
export type Interval = '1m' | '5m' | '15m' | '1h' | '1d' | '1w' | '1M';
