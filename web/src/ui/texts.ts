import type { Texts } from '@/language/texts';

export const ui = {
  close: ['关闭', 'Close'],
  loading: ['加载中', 'Loading'],
  retry: ['重试', 'Try again'],
  missing: ['{subject}暂不可用', '{subject} is not available'],
  explain: ['说明：{term}', 'Explain: {term}'],
  more: ['加载更多', 'Load more'],
  cancel: ['取消', 'Cancel'],
  back: ['返回', 'Back'],
} satisfies Texts;
