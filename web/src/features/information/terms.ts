import type { Texts } from '@/language/texts';

export const terms = {
  limitOrder: { term: ['限价委托', 'Limit order'], text: ['只以指定价格或更好的价格成交。', 'Trades only at the stated price or a better one.'] },
  marketOrder: { term: ['市价委托', 'Market order'], text: ['立即与对手盘成交，带保护价；不能成交的部分撤销。', 'Trades at once against the book, within a protection price; what cannot trade is cancelled.'] },
  stopOrder: { term: ['止损委托', 'Stop order'], text: ['等最新价到达触发价后成为市价或限价委托；触发前不冻结资金或持仓，触发时不足则撤销。', 'Waits until the last price reaches its trigger price, then is a market or limit order; holds nothing before, and is cancelled if the means are short then.'] },
  trailingStop: { term: ['跟踪止损', 'Trailing stop'], text: ['触发价按设定距离跟随最新价，从不后退。', 'A stop whose trigger price follows the last price at a distance, and never goes back.'] },
  iceberg: { term: ['冰山委托', 'Iceberg order'], text: ['盘口每次只显示一部分，用完后下一部分排到同价位之后。', 'The book shows a part at a time; the next part comes up behind the others at its price.'] },
  timeInForce: { term: ['有效方式', 'Time in force'], text: ['撤销前有效、当日有效、到期前有效、即时成交剩余撤销、全部成交否则撤销。', 'Until cancelled, today only, until a time, immediate or cancel, fill or kill.'] },
  postOnly: { term: ['只挂单', 'Post only'], text: ['保证作为挂单进入盘口；若会立即成交则被拒绝。', 'Makes sure that the order rests in the book; refused if it would trade at once.'] },
  maker: { term: ['挂单方 / 吃单方', 'Maker / taker'], text: ['先在盘口等待的一方是挂单方，后来成交的一方是吃单方；两者费率可能不同。', 'The order that waited in the book makes, the one that came later takes; their rates may differ.'] },
  depth: { term: ['盘口', 'Depth'], text: ['各价位上等待成交的数量，卖盘在上，买盘在下。', 'How much waits at each price; asks above, bids below.'] },
  tape: { term: ['逐笔成交', 'Tape'], text: ['每一笔成交的时间、价格、数量与主动方向。', 'Each trade with time, price, quantity and the side that took.'] },
  tick: { term: ['最小变动价位', 'Tick'], text: ['价格的最小间隔。', 'The smallest difference between two prices.'] },
  boardLot: { term: ['整手', 'Board lot'], text: ['委托数量须为其整数倍；卖出时可一次卖完零股。', 'Quantities must be a multiple of it; a sale may clear an odd remainder at once.'] },
  band: { term: ['涨跌停', 'Price band'], text: ['当日允许的最高与最低委托价。', 'The highest and lowest price that orders may have today.'] },
  held: { term: ['冻结', 'Held'], text: ['为未完成的委托预留的资金或证券，撤单或成交后释放多余部分。', 'Money or securities set aside for open orders; what is not needed is released on a fill or a cancellation.'] },
  notional: { term: ['成交金额', 'Notional'], text: ['价格乘以数量，不含费用与税。', 'Price times quantity, without fees and tax.'] },
  averageCost: { term: ['持仓均价', 'Average cost'], text: ['买入成本含费用的移动平均。', 'The moving average of what was paid, fees of buying included.'] },
  unrealised: { term: ['浮动盈亏', 'Unrealised profit'], text: ['按最新价计算的市值减去持仓成本；卖出前不是到手的钱。', 'Market value at the last price less cost; not money in hand until sold.'] },
  halted: { term: ['停牌', 'Halted'], text: ['暂停撮合；撤单照常。', 'Matching is paused; cancelling works.'] },
  receipt: { term: ['凭证号', 'Receipt'], text: ['每笔资金变动的唯一编号，可用于查询。', 'The number of one movement of money; quote it when you ask.'] },
  sandbox: { term: ['沙盒', 'Sandbox'], text: ['模拟的银行与参与者；资金与成交都不是真实的。', 'A simulated bank and participants; neither money nor trades are real.'] },
} satisfies Texts;
