// Written by `npm run api` from docs/reference/openapi.json; not by hand.

import type { Decimal } from '@/money';

export type ClientOptions = {
    baseUrl: `${string}://${string}` | (string & {});
};

export type VenueView = {
    since?: string;
    symbols: Array<string>;
    up: boolean;
    venueId: number;
};

export type VenueReportView = {
    breaks: Array<VenueBreakView>;
    orders: Array<VenueOrderView>;
    receivables: Array<ReceivableView>;
    venues: Array<VenueView>;
};

export type ReceivableView = {
    accountId: string;
    amount: Decimal;
    asset: string;
};

export type VenueOrderView = {
    accountId: string;
    cancelWanted: boolean;
    filledQuantity: Decimal;
    orderId: string;
    price: Decimal;
    quantity: Decimal;
    side: string;
    since: string;
    state: string;
    symbol: string;
    unknown: boolean;
    venueId: number;
};

export type VenueBreakView = {
    breakId: string;
    foundAt: string;
    kind: string;
    orderId?: string;
    price?: Decimal;
    quantity: Decimal;
    reason?: string;
    reportKind: string;
    resolvedAt?: string;
    side: string;
    symbol: string;
    tradeId?: string;
};

export type VenueModeForm = {
    mode: 'NORMAL' | 'STALL' | 'REJECT' | 'DUPLICATE' | 'REORDER';
};

export type VenueDrillResult = {
    done: boolean;
};

export type VenueDrillForm = {
    drill: 'DROP' | 'BUST' | 'CORRECT' | 'CANCEL';
};

export type TrialTotal = {
    asset: string;
    balanced: boolean;
    credit: Decimal;
    debit: Decimal;
    paid: Decimal;
    received: Decimal;
};

export type TrialLine = {
    accountClass: string;
    asset: string;
    credit: Decimal;
    debit: Decimal;
    paid: Decimal;
    received: Decimal;
};

export type TrialBalance = {
    lastSequence: number;
    lines: Array<TrialLine>;
    sequence: number;
    totals: Array<TrialTotal>;
};

export type TradeView = {
    at: string;
    id: string;
    price: Decimal;
    quantity: Decimal;
    side: 'BUY' | 'SELL';
};

export type Text = {
    en: string;
    zh: string;
};

export type Term = {
    id: string;
    term: Text;
    text: Text;
};

export type SwitchView = {
    account?: string;
    at?: string;
    cancelledOrders: number;
    engaged: boolean;
    reason?: string;
    reasonCode: 'OTHER' | 'REVIEW' | 'MARKET_CONDITIONS' | 'CUSTOMER_REQUEST' | 'SUSPICIOUS_ACTIVITY' | 'SYSTEM_FAULT' | 'REGULATOR' | 'DRILL';
    scope: 'FIRM' | 'ACCOUNT' | 'INSTRUMENT';
    sequence: number;
    staffId?: string;
    symbol?: string;
};

export type SwitchList = {
    items: Array<SwitchView>;
};

export type SwitchForm = {
    account?: string;
    confirmation: string;
    engaged: boolean;
    reason: string;
    reasonCode?: 'OTHER' | 'REVIEW' | 'MARKET_CONDITIONS' | 'CUSTOMER_REQUEST' | 'SUSPICIOUS_ACTIVITY' | 'SYSTEM_FAULT' | 'REGULATOR' | 'DRILL';
    scope: 'FIRM' | 'ACCOUNT' | 'INSTRUMENT';
    symbol?: string;
};

export type SuspensionView = {
    suspended: boolean;
    symbol: string;
};

export type StopLoss = {
    price?: Decimal;
    trailAmount?: Decimal;
    trailPercent?: Decimal;
    triggerPrice?: Decimal;
    type?: 'STOP' | 'STOP_LIMIT' | 'TRAILING_STOP';
};

export type Status = {
    asOf: string;
    parts: Array<Part>;
    state: 'UP' | 'DEGRADED' | 'DOWN';
};

export type Part = {
    detail: string;
    name: string;
    role: string;
    since: string;
    state: 'UP' | 'DEGRADED' | 'DOWN';
};

export type SettlementRulesView = {
    buyInDays: number;
    calendarId: number;
    lagDays: number;
    proceedsUsable: boolean;
    sameDaySale: boolean;
    suspended: boolean;
    symbol: string;
};

export type SettlementReport = {
    buyIns: Array<BuyInView>;
    calendars: Array<SettlementCalendarView>;
    due: Array<SettlementDueView>;
    fails: Array<SettlementFailView>;
    rules: Array<SettlementRulesView>;
};

export type SettlementFailView = {
    accountId: string;
    cash: Decimal;
    date: string;
    failedDays: number;
    reason: string;
    securities: Decimal;
    symbol: string;
};

export type SettlementDueView = {
    accounts: number;
    cash: Decimal;
    cashAsset: string;
    daysAhead: number;
    failed: number;
    securities: Decimal;
    symbol: string;
};

export type Name = {
    en: string;
    zh: string;
};

export type BusinessDayView = {
    completedAt?: string;
    date: string;
    day: number;
    due: number;
    failed?: number;
    settled?: number;
};

export type SettlementCalendarView = {
    calendarId: number;
    days: Array<BusinessDayView>;
    name: Name;
    nextDate: string;
};

export type BuyInView = {
    accountId: string;
    date: string;
    failedDays: number;
    securities: Decimal;
    symbol: string;
};

export type SessionList = {
    items: Array<OpenSession>;
};

export type OpenSession = {
    address: string;
    current: boolean;
    device: string;
    lastSeenAt: string;
    openedAt: string;
    sessionId: string;
};

export type ServicingReport = {
    actions: Array<CorporateActionView>;
    feeSchedules: Array<FeeScheduleView>;
    interest: Array<InterestView>;
    interestRuns: Array<InterestRunView>;
    runs: Array<EndOfDayView>;
};

export type EndOfDayView = {
    accruedAccounts: number;
    at: string;
    calendarId: number;
    date: string;
    expiredOrders: number;
    failed: number;
    sequence: number;
    servicedAccounts: number;
    settled: number;
    staff: boolean;
    stage: string;
    steps: number;
};

export type InterestRunView = {
    accounts: number;
    accrued: Decimal;
    asset: string;
    balance: Decimal;
    credited: Decimal;
    date: string;
    days: number;
    sequence: number;
};

export type InterestBandView = {
    balance: Decimal;
    rate: Decimal;
};

export type InterestView = {
    asset: string;
    bands: Array<InterestBandView>;
    creditDay: number;
    creditMonths: number;
    dayCount: number;
    rate: Decimal;
};

export type FeeTierView = {
    maker: Decimal;
    taker: Decimal;
    turnover: Decimal;
};

export type FeeScheduleView = {
    asset: string;
    commissionMinimum: Decimal;
    commissionRounding: string;
    effectiveDate?: string;
    inForce: boolean;
    maker: Decimal;
    scheduleId: number;
    stampDuty: Decimal;
    stampDutyRounding: string;
    symbols: Array<string>;
    taker: Decimal;
    tiers: Array<FeeTierView>;
    transferFee: Decimal;
    transferFeeRounding: string;
    version: number;
};

export type CorporateActionView = {
    accounts: number;
    actionId: string;
    agrees: boolean;
    asset: string;
    exDate: string;
    expiryDate?: string;
    gross: Decimal;
    kind: string;
    payDate: string;
    per: Decimal;
    positions: Decimal;
    price?: Decimal;
    rate: Decimal;
    rightsAsset?: string;
    rounding: string;
    stage: string;
    symbol: string;
    tax: Decimal;
    taxRate: Decimal;
    units: Decimal;
    unpaid: number;
};

export type SecurityView = {
    authenticatorOn: boolean;
    recoveryCodesLeft: number;
};

export type SecurityEventList = {
    items: Array<SecurityEvent>;
};

export type SecurityEvent = {
    address: string;
    at: string;
    device: string;
    eventId: number;
    kind: 'REGISTERED' | 'SIGNED_IN' | 'SIGNED_IN_BY_RECOVERY_CODE' | 'WRONG_PASSWORD' | 'WRONG_CODE' | 'BLOCKED' | 'PASSWORD_CHANGED' | 'AUTHENTICATOR_ON' | 'AUTHENTICATOR_OFF' | 'RECOVERY_CODES_MADE' | 'SESSIONS_ENDED';
};

export type SandboxVenueView = {
    mode: 'NORMAL' | 'STALL' | 'REJECT' | 'DUPLICATE' | 'REORDER';
    openOrders: number;
};

export type ResolutionForm = {
    reason: string;
};

export type Report = {
    agreement?: Agreement;
    checks: Array<Finding>;
    database: Database;
    jvm: Jvm;
    members: Array<MemberReport>;
    processes: Array<ProcessView>;
    projections: Array<ProjectionReport>;
};

export type ProjectionReport = {
    lag: number;
    name: string;
    process: string;
    sequence: number;
};

export type ProcessView = {
    address: string;
    parts: Array<Part>;
    pid?: number;
    since: string;
    state: 'UP' | 'DEGRADED' | 'DOWN';
    uptimeSeconds?: number;
};

export type MemberReport = {
    address: string;
    commitPosition?: number;
    digest?: string;
    digestSequence?: number;
    errors?: number;
    journalLag?: number;
    leaderMemberId?: number;
    logPosition?: number;
    memberId: number;
    role: 'LEADER' | 'FOLLOWER' | 'STARTING' | 'UNREACHABLE';
    sequence?: number;
    since: string;
    snapshotAgeSeconds?: number;
    snapshotPosition?: number;
};

export type Jvm = {
    collections: number;
    heapMaxBytes: number;
    heapUsedBytes: number;
    threads: number;
    uptimeSeconds: number;
    version: string;
};

export type Database = {
    connections: number;
    sizeBytes: number;
    version: string;
};

export type Finding = {
    detail: string;
    name: string;
    required: boolean;
    role: string;
    since: string;
    state: 'UP' | 'DEGRADED' | 'DOWN';
};

export type Agreement = {
    equal: boolean;
    logPosition: number;
    members: number;
    sequence: number;
};

export type ReplayRequest = {
    symbol?: string;
};

export type Replay = {
    accountId: string;
    id: string;
    symbol: string;
};

export type ReplaceForm = {
    price?: Decimal;
    quantity?: Decimal;
    triggerPrice?: Decimal;
};

export type RegistrationForm = {
    displayName?: string;
    email: string;
    language?: 'zh-CN' | 'en';
    password: string;
};

export type RecoveryCodeList = {
    codes: Array<string>;
};

export type ReasonForm = {
    reason: string;
};

export type Quotes = {
    asOf: string;
    items: Array<Quote>;
    sequence: number;
};

export type Auction = {
    price: Decimal;
    quantity: Decimal;
    surplus: Decimal;
    surplusSide?: 'BUY' | 'SELL';
};

export type Quote = {
    asOf: string;
    ask?: Decimal;
    askSize?: Decimal;
    auction?: Auction;
    bid?: Decimal;
    bidSize?: Decimal;
    change?: Decimal;
    changePercent?: Decimal;
    high?: Decimal;
    last?: Decimal;
    low?: Decimal;
    open?: Decimal;
    phase: 'PENDING' | 'OPEN' | 'HALTED' | 'CLOSED' | 'PRE_OPEN' | 'OPENING_AUCTION' | 'VOLATILITY_INTERRUPTION' | 'CLOSING_AUCTION' | 'POST_CLOSE';
    phaseEndsAt?: string;
    previousClose?: Decimal;
    source: 'SANDBOX' | 'REPLAY';
    state: 'LIVE' | 'STALE';
    symbol: string;
    turnover: Decimal;
    volume: Decimal;
};

export type QrCode = {
    path: string;
    size: number;
};

export type ProofForm = {
    code?: string;
    password: string;
};

export type ProfileChange = {
    colourScheme?: 'AUTO' | 'RISE_RED' | 'RISE_GREEN';
    displayName?: string;
    language?: 'zh-CN' | 'en';
    theme?: 'SYSTEM' | 'LIGHT' | 'DARK';
};

export type ProblemField = {
    code: string;
    detail: string;
    pointer: string;
};

export type Problem = {
    code: string;
    detail: string;
    errors: Array<ProblemField>;
    requestId: string;
    status: number;
    title: string;
    type: string;
};

export type PostedNotices = {
    items: Array<PostedNotice>;
};

export type PostedNotice = {
    endsAt?: string;
    id: string;
    postedBy: string;
    severity: 'INFO' | 'WARNING' | 'CRITICAL';
    startsAt: string;
    text: Text;
    title: Text;
    withdrawnAt?: string;
    withdrawnBy?: string;
};

export type Positions = {
    items: Array<PositionView>;
    marketData: MarketData;
};

export type MarketData = {
    available: boolean;
    since?: string;
};

export type PositionView = {
    asset: string;
    available: Decimal;
    averageCost: Decimal;
    costBasis: Decimal;
    held: Decimal;
    last?: Decimal;
    marketValue?: Decimal;
    quantity: Decimal;
    quoteAsset: string;
    realisedProfit: Decimal;
    symbol: string;
    unrealisedProfit?: Decimal;
    unrealisedProfitPercent?: Decimal;
    unsettled: Decimal;
};

export type PlaceForm = {
    clientOrderId?: string;
    displayQuantity?: Decimal;
    expiresAt?: string;
    minimumQuantity?: Decimal;
    pegOffset?: Decimal;
    pegReference?: 'PRIMARY' | 'MARKET' | 'MIDPOINT';
    postOnly?: boolean;
    price?: Decimal;
    quantity: Decimal;
    reprice?: boolean;
    selfTradePrevention?: 'CANCEL_NEWEST' | 'CANCEL_OLDEST' | 'CANCEL_BOTH' | 'DECREMENT';
    side: 'BUY' | 'SELL';
    symbol: string;
    timeInForce?: 'GTC' | 'DAY' | 'GTD' | 'IOC' | 'FOK' | 'AT_OPEN' | 'AT_CLOSE';
    trailAmount?: Decimal;
    trailPercent?: Decimal;
    triggerPrice?: Decimal;
    type: 'LIMIT' | 'MARKET' | 'STOP' | 'STOP_LIMIT' | 'TRAILING_STOP' | 'MARKET_TO_LIMIT' | 'PEGGED';
};

export type PhaseView = {
    phase: 'PENDING' | 'OPEN' | 'HALTED' | 'CLOSED' | 'PRE_OPEN' | 'OPENING_AUCTION' | 'VOLATILITY_INTERRUPTION' | 'CLOSING_AUCTION' | 'POST_CLOSE';
    symbol: string;
};

export type PhaseForm = {
    phase: 'PRE_OPEN' | 'OPENING_AUCTION' | 'VOLATILITY_INTERRUPTION' | 'CLOSING_AUCTION' | 'POST_CLOSE';
    reason: string;
    seconds?: number;
};

export type PaymentPage = {
    items: Array<Payment>;
    nextPageToken?: string;
};

export type Money = {
    amount: Decimal;
    asset: string;
};

export type Payment = {
    amount: Money;
    createdAt: string;
    id: string;
    kind: 'DEPOSIT' | 'WITHDRAWAL';
    reason?: string;
    receipt: string;
    sandbox: boolean;
    status: 'PENDING' | 'COMPLETED' | 'REJECTED' | 'UNKNOWN';
    updatedAt: string;
};

export type PaymentForm = {
    amount: Money;
};

export type PasswordForm = {
    password: string;
};

export type ParticipantsState = {
    handedOver: Array<string>;
    running: boolean;
};

export type ParticipantsRequest = {
    running?: boolean;
};

export type PageOrderView = {
    items: Array<OrderView>;
    nextPageToken?: string;
};

export type Exits = {
    price?: Decimal;
    stopType: 'LIMIT' | 'MARKET' | 'STOP' | 'STOP_LIMIT' | 'TRAILING_STOP' | 'MARKET_TO_LIMIT' | 'PEGGED';
    takeProfitPrice: Decimal;
    trailAmount?: Decimal;
    trailPercent?: Decimal;
    triggerPrice?: Decimal;
};

export type OrderView = {
    averagePrice?: Decimal;
    clientOrderId?: string;
    createdAt?: string;
    displayQuantity?: Decimal;
    entryOrderId?: string;
    exits?: Exits;
    expiresAt?: string;
    fees?: Money;
    filledQuantity: Decimal;
    id: string;
    linkedOrderId?: string;
    orderedType: 'LIMIT' | 'MARKET' | 'STOP' | 'STOP_LIMIT' | 'TRAILING_STOP' | 'MARKET_TO_LIMIT' | 'PEGGED';
    pegOffset?: Decimal;
    pegPrice?: Decimal;
    pegReference?: 'PRIMARY' | 'MARKET' | 'MIDPOINT';
    postOnly: boolean;
    price?: Decimal;
    quantity: Decimal;
    reason?: string;
    remainingQuantity: Decimal;
    sequence: number;
    side: 'BUY' | 'SELL';
    status: 'PENDING_TRIGGER' | 'NEW' | 'PARTIALLY_FILLED' | 'FILLED' | 'CANCELLED' | 'EXPIRED' | 'REJECTED';
    symbol: string;
    timeInForce: 'GTC' | 'IOC' | 'FOK' | 'DAY' | 'GTD' | 'AT_OPEN' | 'AT_CLOSE';
    trailAmount?: Decimal;
    trailPercent?: Decimal;
    triggerPrice?: Decimal;
    type: 'LIMIT' | 'MARKET' | 'STOP' | 'STOP_LIMIT' | 'TRAILING_STOP' | 'MARKET_TO_LIMIT' | 'PEGGED';
    updatedAt?: string;
    venueState?: string;
};

export type PageMovementView = {
    items: Array<MovementView>;
    nextPageToken?: string;
};

export type MovementReference = {
    orderId?: string;
    paymentId?: string;
    tradeId?: string;
};

export type MovementView = {
    amount: Decimal;
    asset: string;
    at: string;
    balanceAfter: Decimal;
    id: string;
    kind: 'DEPOSIT' | 'WITHDRAWAL' | 'TRADE' | 'FEE' | 'TAX' | 'ISSUANCE' | 'ADJUSTMENT' | 'INTERNAL' | 'REVERSAL' | 'SETTLEMENT';
    receipt: string;
    reference: MovementReference;
};

export type PageExecutionView = {
    items: Array<ExecutionView>;
    nextPageToken?: string;
};

export type ExecutionView = {
    at: string;
    fee: Decimal;
    feeAsset: string;
    id: string;
    liquidity: 'MAKER' | 'TAKER';
    notional: Decimal;
    orderId: string;
    price: Decimal;
    quantity: Decimal;
    side: 'BUY' | 'SELL';
    status: 'BOOKED' | 'CORRECTED' | 'BUSTED';
    symbol: string;
    tax: Decimal;
};

export type PageChangeView = {
    items: Array<ChangeView>;
    nextPageToken?: string;
};

export type LimitView = {
    account?: string;
    at?: string;
    inherits: boolean;
    kind: 'ORDER_QUANTITY' | 'ORDER_NOTIONAL' | 'PRICE_COLLAR' | 'OPEN_ORDERS' | 'MESSAGE_RATE' | 'CONCENTRATION';
    reason?: string;
    reasonCode: 'OTHER' | 'REVIEW' | 'MARKET_CONDITIONS' | 'CUSTOMER_REQUEST' | 'SUSPICIOUS_ACTIVITY' | 'SYSTEM_FAULT' | 'REGULATOR' | 'DRILL';
    scope: 'FIRM' | 'ACCOUNT' | 'INSTRUMENT';
    sequence: number;
    staffId?: string;
    symbol?: string;
    unit: string;
    value?: Decimal;
};

export type ChangeView = {
    killSwitch?: SwitchView;
    limit?: LimitView;
    previousValue?: Decimal;
};

export type OwnLimits = {
    blockedBy?: 'FIRM' | 'ACCOUNT' | 'INSTRUMENT';
    items: Array<BindingView>;
    symbol: string;
};

export type BindingView = {
    kind: 'ORDER_QUANTITY' | 'ORDER_NOTIONAL' | 'PRICE_COLLAR' | 'OPEN_ORDERS' | 'MESSAGE_RATE' | 'CONCENTRATION';
    scope: 'FIRM' | 'ACCOUNT' | 'INSTRUMENT';
    unit: string;
    value: Decimal;
};

export type Other = {
    price?: Decimal;
    side?: 'BUY' | 'SELL';
    trailAmount?: Decimal;
    trailPercent?: Decimal;
    triggerPrice?: Decimal;
    type: 'LIMIT' | 'MARKET' | 'STOP' | 'STOP_LIMIT' | 'TRAILING_STOP' | 'MARKET_TO_LIMIT' | 'PEGGED';
};

export type OcoForm = {
    clientOrderId?: string;
    expiresAt?: string;
    other: Other;
    price?: Decimal;
    quantity: Decimal;
    selfTradePrevention?: 'CANCEL_NEWEST' | 'CANCEL_OLDEST' | 'CANCEL_BOTH' | 'DECREMENT';
    side: 'BUY' | 'SELL';
    symbol: string;
    timeInForce?: 'GTC' | 'DAY' | 'GTD';
    trailAmount?: Decimal;
    trailPercent?: Decimal;
    triggerPrice?: Decimal;
    type?: 'LIMIT' | 'STOP' | 'STOP_LIMIT' | 'TRAILING_STOP';
};

export type NoticeList = {
    items: Array<Notice>;
};

export type Notice = {
    endsAt?: string;
    id: string;
    publishedAt: string;
    severity: 'INFO' | 'WARNING' | 'CRITICAL';
    text: string;
    title: string;
};

export type NoticeForm = {
    endsAt?: string;
    severity: 'INFO' | 'WARNING' | 'CRITICAL';
    startsAt?: string;
    text: Draft;
    title: Draft;
};

export type Draft = {
    en: string;
    zh: string;
};

export type Me = {
    accountId: string;
    colourScheme: 'AUTO' | 'RISE_RED' | 'RISE_GREEN';
    customerId: string;
    displayName: string;
    email: string;
    language: 'zh-CN' | 'en';
    registeredAt: string;
    role: 'CUSTOMER' | 'STAFF';
    theme: 'SYSTEM' | 'LIGHT' | 'DARK';
};

export type MassCancelled = {
    cancelled: number;
};

export type MarginTermsView = {
    borrowable?: Decimal;
    collateral: boolean;
    conversion: Decimal;
    financing: boolean;
    initial: Decimal;
    symbol: string;
};

export type MarginTermsForm = {
    collateral?: boolean;
    conversion?: Decimal;
    financing?: boolean;
    initial?: Decimal;
    symbol?: string;
};

export type MarginSummary = {
    account?: MarginAccountView;
    forcedSales: Array<MarginSaleView>;
    instruments: Array<MarginTermsView>;
    loans: Array<MarginLoanView>;
    program?: MarginProgramView;
};

export type MarginProgramView = {
    asset: string;
    callDays: number;
    closing: Decimal;
    concentration: Decimal;
    creditMax: Decimal;
    dayCount: number;
    lent: Decimal;
    programId: number;
    protection: Decimal;
    restore: Decimal;
    revalueSeconds: number;
    warning: Decimal;
    withdrawal: Decimal;
};

export type MarginLoanView = {
    debt: Decimal;
    reserved: Decimal;
    symbol: string;
};

export type MarginSaleView = {
    account: string;
    at: string;
    filled: Decimal;
    orderId: string;
    protectionPrice: Decimal;
    quantity: Decimal;
    symbol: string;
};

export type MarginAccountView = {
    account: string;
    active: boolean;
    asset: string;
    assets: Decimal;
    callDate?: string;
    creditLimit: Decimal;
    deadline?: string;
    debt: Decimal;
    excess: Decimal;
    interest: Decimal;
    market: Decimal;
    programId: number;
    rate: Decimal;
    ratio?: Decimal;
    reason: string;
    required?: Decimal;
    reserved: Decimal;
    status: string;
    valuedAt?: string;
};

export type MarginRepaymentForm = {
    amount?: Decimal;
};

export type MarginRepayment = {
    asset: string;
    paid: Decimal;
};

export type MarginProgramForm = {
    callDays?: number;
    closing?: Decimal;
    concentration?: Decimal;
    creditMax?: Decimal;
    programId?: number;
    protection?: Decimal;
    restore?: Decimal;
    revalueSeconds?: number;
    warning?: Decimal;
    withdrawal?: Decimal;
};

export type MarginDesk = {
    accounts: Array<MarginAccountView>;
    changes: Array<MarginChangeView>;
    forcedSales: Array<MarginSaleView>;
    programs: Array<MarginProgramView>;
    terms: Array<MarginTermsView>;
};

export type MarginChangeView = {
    account: string;
    at: string;
    debt: Decimal;
    previous: string;
    ratio?: Decimal;
    reason: string;
    required: Decimal;
    status: string;
};

export type MarginAgreementForm = {
    account?: string;
    active?: boolean;
    creditLimit?: Decimal;
    programId?: number;
    rate?: Decimal;
};

export type LinkedOrders = {
    orders: Array<OrderView>;
};

export type LimitList = {
    items: Array<LimitView>;
};

export type LimitForm = {
    account?: string;
    inherit?: boolean;
    kind: 'ORDER_QUANTITY' | 'ORDER_NOTIONAL' | 'PRICE_COLLAR' | 'OPEN_ORDERS' | 'MESSAGE_RATE' | 'CONCENTRATION';
    reason: string;
    reasonCode?: 'OTHER' | 'REVIEW' | 'MARKET_CONDITIONS' | 'CUSTOMER_REQUEST' | 'SUSPICIOUS_ACTIVITY' | 'SYSTEM_FAULT' | 'REGULATOR' | 'DRILL';
    scope: 'FIRM' | 'ACCOUNT' | 'INSTRUMENT';
    symbol?: string;
    value?: Decimal;
};

export type ItemsTradeView = {
    items: Array<TradeView>;
};

export type ItemsInstrumentView = {
    items: Array<InstrumentView>;
};

export type Fees = {
    maker: Decimal;
    sellTax: Decimal;
    taker: Decimal;
};

export type Band = {
    lower: Decimal;
    reference: Decimal;
    upper: Decimal;
};

export type InstrumentView = {
    band?: Band;
    base: string;
    boardLot: Decimal;
    fees: Fees;
    kind: 'A_SHARE' | 'US_SHARE' | 'BOND' | 'FUND' | 'COIN';
    lotSize: Decimal;
    maxQuantity: Decimal;
    name: Name;
    phase: 'PENDING' | 'OPEN' | 'HALTED' | 'CLOSED' | 'PRE_OPEN' | 'OPENING_AUCTION' | 'VOLATILITY_INTERRUPTION' | 'CLOSING_AUCTION' | 'POST_CLOSE';
    pinyin: Array<string>;
    priceDecimals: number;
    quantityDecimals: number;
    quote: string;
    sameDaySale: boolean;
    sandbox: boolean;
    symbol: string;
    tickSize: Decimal;
};

export type ItemsCandleView = {
    items: Array<CandleView>;
};

export type CandleView = {
    close: Decimal;
    high: Decimal;
    low: Decimal;
    open: Decimal;
    openAt: string;
    turnover: Decimal;
    volume: Decimal;
};

export type InterestForm = {
    asset: string;
    bands?: Array<InterestBandForm>;
    creditDay: number;
    creditMonths: number;
    dayCount: number;
    rate: Decimal;
};

export type InterestBandForm = {
    balance: Decimal;
    rate: Decimal;
};

export type Glossary = {
    items: Array<Term>;
};

export type FeeTierForm = {
    maker: Decimal;
    taker: Decimal;
    turnover: Decimal;
};

export type FeeScheduleForm = {
    asset: string;
    commissionMinimum?: Decimal;
    commissionRounding?: 'DOWN' | 'UP' | 'HALF_UP' | 'HALF_EVEN';
    effectiveDate?: string;
    maker: Decimal;
    scheduleId: number;
    stampDuty?: Decimal;
    stampDutyRounding?: 'DOWN' | 'UP' | 'HALF_UP' | 'HALF_EVEN';
    taker: Decimal;
    tiers?: Array<FeeTierForm>;
    transferFee?: Decimal;
    transferFeeRounding?: 'DOWN' | 'UP' | 'HALF_UP' | 'HALF_EVEN';
};

export type FeeComponents = {
    commission: Decimal;
    commissionMinimum: Decimal;
    stampDuty: Decimal;
    transferFee: Decimal;
};

export type FeeAssignmentForm = {
    scheduleId: number;
    symbol: string;
};

export type ExerciseForm = {
    quantity: Decimal;
};

export type Estimate = {
    asset: string;
    available: Decimal;
    availableAsset: string;
    borrowable?: Decimal;
    borrowed?: Decimal;
    components?: FeeComponents;
    fees?: Decimal;
    maxQuantity?: Decimal;
    notional?: Decimal;
    price?: Decimal;
    total?: Decimal;
};

export type Depth = {
    asks: Array<Array<Decimal>>;
    bids: Array<Array<Decimal>>;
    checksum: number;
    sequence: number;
    symbol: string;
};

export type Credentials = {
    /**
     * the authenticator's six digits, or a recovery code; where SECOND_FACTOR_REQUIRED asks
     */
    code?: string;
    email: string;
    password: string;
};

export type CorporateActionList = {
    items: Array<CorporateActionView>;
};

export type CollectForm = {
    accountId: string;
    asset: string;
};

export type CodeForm = {
    code: string;
};

export type BracketForm = {
    clientOrderId?: string;
    expiresAt?: string;
    price?: Decimal;
    quantity: Decimal;
    selfTradePrevention?: 'CANCEL_NEWEST' | 'CANCEL_OLDEST' | 'CANCEL_BOTH' | 'DECREMENT';
    side: 'BUY' | 'SELL';
    stopLoss: StopLoss;
    symbol: string;
    takeProfitPrice: Decimal;
    timeInForce?: 'GTC' | 'DAY' | 'GTD' | 'IOC' | 'FOK';
    triggerPrice?: Decimal;
    type: 'LIMIT' | 'MARKET' | 'STOP' | 'STOP_LIMIT' | 'TRAILING_STOP' | 'MARKET_TO_LIMIT' | 'PEGGED';
};

export type BegunDay = {
    calendarId: number;
    date: string;
};

export type BeginDayForm = {
    date: string;
    reason: string;
};

export type BankView = {
    mode: 'NORMAL' | 'REJECT' | 'TIMEOUT' | 'DELAY' | 'LOSE';
};

export type BankForm = {
    mode: 'NORMAL' | 'REJECT' | 'TIMEOUT' | 'DELAY' | 'LOSE';
};

export type Balances = {
    items: Array<BalanceView>;
    sequence: number;
};

export type BalanceView = {
    asset: string;
    available: Decimal;
    held: Decimal;
    total: Decimal;
    unsettledIn?: Decimal;
    unsettledOut?: Decimal;
    withdrawable?: Decimal;
};

export type AuthenticatorSetup = {
    qrCode: QrCode;
    secret: string;
    uri: string;
};

export type ActionList = {
    items: Array<Action>;
};

export type Action = {
    at: string;
    deed: string;
    id: string;
    outcome: string;
    reason: string;
    staffId: string;
    subject: string;
};

export type ActionForm = {
    calendarId?: number;
    exDate?: string;
    expiryDate?: string;
    kind?: string;
    payDate?: string;
    per?: string;
    price?: string;
    rate?: string;
    rightsAsset?: string;
    symbol?: string;
    tax?: string;
};
