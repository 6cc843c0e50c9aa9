import type { Texts } from '@/language/texts';

/** What no server can say: it did not answer, or something in front of it did. The rest comes with the refusal itself. */
export const refusal = {
  UNREACHABLE: { what: ['暂时连不上服务', 'The service cannot be reached'], next: ['稍候会自动重试；其余功能照常。', 'It is tried again by itself; everything else works.'] },
  TIMED_OUT: { what: ['服务没有及时回答', 'The service did not answer in time'], next: ['结果可能已经生效，请先刷新查看，不要重复提交。', 'It may have taken effect: refresh and look before trying again.'] },
  RATE_LIMITED: { what: ['操作太频繁', 'Too many requests'], next: ['请稍等几秒再试。', 'Wait a few seconds and try again.'] },
  UNAUTHENTICATED: { what: ['需要登录', 'Please sign in'], next: ['登录后继续。', 'Sign in to go on.'] },
  UNEXPECTED: { what: ['出了点问题', 'Something went wrong'], next: ['请重试；若仍然如此，请查看运行状态。', 'Try again; if it stays, see the status page.'] },
} satisfies Texts;
