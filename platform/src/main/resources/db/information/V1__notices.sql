CREATE TABLE notice (
    notice_id    text        PRIMARY KEY,
    severity     text        NOT NULL CHECK (severity IN ('INFO', 'WARNING')),
    title_zh     text        NOT NULL,
    title_en     text        NOT NULL,
    text_zh      text        NOT NULL,
    text_en      text        NOT NULL,
    published_at timestamptz NOT NULL,
    ends_at      timestamptz
);

CREATE TABLE glossary_term (
    term_id  text    PRIMARY KEY,
    position integer NOT NULL,
    term_zh  text    NOT NULL,
    term_en  text    NOT NULL,
    text_zh  text    NOT NULL,
    text_en  text    NOT NULL
);

INSERT INTO notice (notice_id, severity, title_zh, title_en, text_zh, text_en, published_at) VALUES
('sandbox', 'INFO',
 '这是沙盒', 'This is a sandbox',
 '银行与其他参与者均为模拟，资金与证券不是真实的；撮合、记账与清算与正式环境相同。',
 'The bank and the other traders are simulated, and neither money nor securities are real. Matching, the ledger and settlement are those of production.',
 now());

INSERT INTO glossary_term (term_id, position, term_zh, term_en, text_zh, text_en) VALUES
('limit-order', 1, '限价委托', 'Limit order', '只以指定价格或更好的价格成交，未成交部分留在盘口等待。', 'Trades only at the stated price or a better one; what is left waits in the book.'),
('market-order', 2, '市价委托', 'Market order', '立即与对手盘成交，但不越过保护价；不能成交的部分撤销。', 'Trades at once against the book, within a protection price; what cannot trade is cancelled.'),
('board-lot', 3, '整手', 'Board lot', '委托数量须为其整数倍；卖出时可一次卖完零股。', 'Quantities are a multiple of it; a sale may clear an odd remainder at once.'),
('tick', 4, '最小变动价位', 'Tick', '两个价格之间的最小差。', 'The smallest difference between two prices.'),
('price-band', 5, '涨跌幅限制', 'Price band', '当日价格不得超出参考价上下的范围。', 'The range around the reference price that prices of the day must stay in.'),
('hold', 6, '冻结', 'Hold', '委托或出金占用的资金或证券，仍归您所有，但不能另作他用。', 'Money or securities that an order or a withdrawal has reserved: still yours, but not free for anything else.'),
('maker-taker', 7, '挂单方与吃单方', 'Maker and taker', '先在盘口等待的一方是挂单方，主动成交的一方是吃单方，费率可能不同。', 'The order that waited in the book makes, the one that came to it takes; their fees may differ.'),
('stamp-duty', 8, '印花税', 'Stamp duty', '卖出 A 股时按成交金额收取的税。', 'A tax on the sale of A-shares, taken from the proceeds.'),
('average-cost', 9, '平均成本', 'Average cost', '持仓总成本（含买入费用）除以数量；卖出不改变平均成本。', 'What the holding cost, buying fees included, divided by its quantity; selling does not change it.'),
('notional', 10, '成交金额', 'Notional', '价格乘以数量。', 'Price times quantity.'),
('depth', 11, '盘口深度', 'Depth', '各价位等待成交的数量，卖盘在上，买盘在下。', 'How much waits at each price: asks above, bids below.'),
('unknown', 12, '结果未知', 'Outcome unknown', '对方没有及时答复。既不算成功也不算失败，平台会一直查询直到确定。', 'The other side did not answer in time. It counts neither as done nor as failed; the platform asks until it knows.');
