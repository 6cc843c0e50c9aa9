import type { Texts } from '@/language/texts';

/** For each stable code of the API: what happened, and what to do next. The server's detail says why. */
export const refusal = {
  UNREACHABLE: { what: ['暂时连不上服务', 'The service cannot be reached'], next: ['稍候会自动重试；其余功能照常。', 'It is tried again by itself; everything else works.'] },
  TIMED_OUT: { what: ['服务没有及时回答', 'The service did not answer in time'], next: ['结果可能已经生效，请先刷新查看，不要重复提交。', 'It may have taken effect: refresh and look before trying again.'] },
  ROLE_UNAVAILABLE: { what: ['这部分暂不可用', 'This part is not available'], next: ['恢复后自动更新；其余功能照常。', 'It returns by itself; everything else works.'] },
  RATE_LIMITED: { what: ['操作太频繁', 'Too many requests'], next: ['请稍等几秒再试。', 'Wait a few seconds and try again.'] },
  UNAUTHENTICATED: { what: ['需要登录', 'Please sign in'], next: ['登录后继续。', 'Sign in to go on.'] },
  BAD_CREDENTIALS: { what: ['邮箱或密码不正确', 'The email or the password is wrong'], next: ['请检查后重试；还没有账户可以注册。', 'Check both and try again, or register.'] },
  EMAIL_TAKEN: { what: ['该邮箱已注册', 'This email is already registered'], next: ['请直接登录，或换一个邮箱。', 'Sign in, or use another email.'] },
} satisfies Texts;
