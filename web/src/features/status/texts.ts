import type { Texts } from '@/language/texts';

export const status = {
  title: ['运行状态', 'Status'],
  lead: ['平台每个部分现在的状态，无需登录即可查看，自动更新。', 'How each part of the platform is doing now. No sign-in needed; updates by itself.'],
  lamp: {
    UP: ['平台一切正常', 'All parts of the platform work'],
    DEGRADED: ['平台部分功能不可用', 'Part of the platform does not work'],
    DOWN: ['平台不可用', 'The platform is not available'],
    UNKNOWN: ['正在了解平台状态', 'Finding out how the platform is doing'],
  },
  state: {
    UP: ['正常', 'Working'],
    DEGRADED: ['受影响', 'Impaired'],
    DOWN: ['不可用', 'Not available'],
  },
  part: {
    core: ['账本与撮合', 'Ledger and matching'],
    trading: ['交易', 'Trading'],
    market: ['行情', 'Market data'],
    accounts: ['账户与登录', 'Accounts and sign-in'],
    payments: ['出入金', 'Deposits and withdrawals'],
    information: ['资讯与帮助', 'Information and help'],
    operations: ['运行管理', 'Operations'],
    edge: ['访问入口', 'Edge'],
    sandbox: ['沙盒对手方', 'Sandbox counterparties'],
    web: ['网页', 'Web pages'],
  },
  meaning: {
    core: ['下单、撤单与转账在此确认', 'Confirms orders, cancellations and transfers'],
    trading: ['委托、成交与持仓查询', 'Orders, executions and holdings'],
    market: ['报价、盘口、逐笔与K线', 'Quotes, depth, tape and candles'],
    accounts: ['注册、登录与设置', 'Registration, sign-in and settings'],
    payments: ['入金与出金', 'Deposits and withdrawals'],
    information: ['帮助与名词解释', 'Help and glossary'],
    sandbox: ['沙盒银行与参与者', 'Sandbox bank and participants'],
  },
  column: {
    part: ['部分', 'Part'],
    state: ['状态', 'State'],
    since: ['自', 'Since'],
    detail: ['说明', 'Detail'],
  },
  asOf: ['截至 {at}', 'As of {at}'],
  unreachable: ['连不上平台。已成交的委托和余额不受影响；我们会自动重试。', 'The platform cannot be reached. Executed orders and balances are unaffected; this page keeps trying.'],
  connection: {
    lost: ['连接已断开，自 {at}。价格停在断开前，正在自动重连；已提交的委托不受影响。', 'Connection lost since {at}. Prices stand still; reconnecting by itself. Orders already placed are unaffected.'],
    back: ['连接已恢复，价格为实时', 'Connected again; prices are live'],
    market: ['行情暂不可用，自 {at}。下单、撤单、资产与出入金照常；恢复后自动更新。', 'Market data is not available since {at}. Orders, cancellations, assets and payments work; prices return by themselves.'],
    part: ['{part}暂不可用，自 {at}。其余功能照常。', '{part} is not available since {at}. Everything else works.'],
    details: ['查看状态', 'See status'],
  },
} satisfies Texts;
