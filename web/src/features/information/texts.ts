import type { Texts } from '@/language/texts';
import { terms } from './terms';

export const information = {
  terms,
  title: ['帮助', 'Help'],
  contents: ['目录', 'Contents'],
  glossary: ['名词解释', 'Glossary'],
  topic: {
    start: { title: ['怎样开始', 'How to begin'], text: ['注册账户，在“资产”里一键存入沙盒资金，再到“行情”选择品种下单。全程只用沙盒资金。', 'Register, deposit sandbox money with one click under Assets, choose an instrument under Markets and place an order. Sandbox money only.'] },
    order: { title: ['下单、改单、撤单', 'Placing, changing and cancelling orders'], text: ['点盘口的价位会填入价格。提交前显示费用与合计。未成交的委托可改价、改量或撤单；只减少数量会保留排队位置。', 'A click on a level fills the price. Fees and the total are shown before you send. Open orders can be changed or cancelled; only a reduced quantity keeps its place in the queue.'] },
    refused: { title: ['委托被拒绝', 'When an order is refused'], text: ['提示会说明哪里不对、为什么、怎样改。被拒绝的委托不冻结资金，也不收费。', 'The message says what is wrong, why, and what to do. A refused order holds no money and costs nothing.'] },
    unknown: { title: ['结果未知', 'When an outcome is not known'], text: ['网络中断或银行没有及时答复时，结果可能尚不确定。我们持续查询；在此期间请不要另下一单。同一次提交只会生效一次。', 'When the network breaks or the bank does not answer in time, the outcome may not be known yet. We keep asking; please do not send another meanwhile. One submission takes effect at most once.'] },
    outage: { title: ['部分功能不可用', 'When a part is down'], text: ['页面上方会说明哪部分不可用、自何时起、哪些仍可用。灯号与“运行状态”页显示每个部分。价格变灰表示停在断开之前。', 'A line on top says which part is down, since when, and what still works. The lamp and the status page show each part. Grey prices stand still since the connection was lost.'] },
    colours: { title: ['颜色与闪烁', 'Colours and flashing'], text: ['涨跌颜色、外观与闪烁可在“设置”中更改。颜色旁始终有正负号或箭头。', 'Rise and fall colours, appearance and flashing can be changed under Settings. A sign or an arrow always stands beside the colour.'] },
    keys: { title: ['键盘', 'Keyboard'], text: ['按 / 搜索；在价格或数量框中按上下键加减一档；在K线图上按左右键移动、加减键缩放。', 'Press / to search; up and down step a price or a quantity; on the chart, left and right move, plus and minus zoom.'] },
  },
} satisfies Texts;
