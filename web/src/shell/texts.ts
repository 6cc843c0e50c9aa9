import type { Texts } from '@/language/texts';

export const shell = {
  product: ['灯塔', 'Pharos'],
  skip: ['跳到正文', 'Skip to content'],
  main: ['主导航', 'Main'],
  nav: {
    market: ['行情', 'Markets'],
    trade: ['交易', 'Trade'],
    portfolio: ['资产', 'Assets'],
    payments: ['出入金', 'Payments'],
    help: ['帮助', 'Help'],
    operations: ['运行', 'Operations'],
    notices: ['公告', 'Notices'],
    settings: ['设置', 'Settings'],
    me: ['我的', 'Me'],
  },
  language: ['切换到英文', 'Switch to Chinese'],
  otherLanguage: ['EN', '中'],
  hide: ['隐藏金额', 'Hide amounts'],
  show: ['显示金额', 'Show amounts'],
  lost: {
    title: ['没有这个页面', 'There is no such page'],
    text: ['地址可能写错了，或页面已移走。', 'The address may be wrong, or the page has moved.'],
    way: ['看行情', 'See the markets'],
  },
} satisfies Texts;
