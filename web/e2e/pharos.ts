import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import { accounts } from '../src/features/accounts/texts';
import { information } from '../src/features/information/texts';
import { market } from '../src/features/market/texts';
import { operations } from '../src/features/operations/texts';
import { payments } from '../src/features/payments/texts';
import { portfolio } from '../src/features/portfolio/texts';
import { risk } from '../src/features/risk/texts';
import { security } from '../src/features/security/texts';
import { settlement } from '../src/features/settlement/texts';
import { status } from '../src/features/status/texts';
import { trading } from '../src/features/trading/texts';
import { shell } from '../src/shell/texts';
import { ui } from '../src/ui/texts';
import type { Pair, Texts } from '../src/language/texts';

const texts: Texts = { accounts, information, market, operations, payments, portfolio, risk, security, settlement, status, trading, shell, ui };

/** The member of staff of the development server, or of the platform whose credentials are given. */
const STAFF = { email: process.env['PHAROS_STAFF_EMAIL'] ?? 'staff@pharos.test', password: process.env['PHAROS_STAFF_PASSWORD'] ?? 'harbour-light-7' };
/** Whether nobody told this run how staff of the platform sign in. */
export const STAFF_IS_UNKNOWN = process.env['PHAROS_URL'] !== undefined && process.env['PHAROS_STAFF_EMAIL'] === undefined;

/** Of everybody who registers in a journey. */
export const PASSWORD = 'a calm lighthouse keeper';

/** The application as a person meets it, in the language of the browser; texts come from where the screens take them. */
export class Pharos {
  private readonly side: 0 | 1;
  /** What the browser or the page itself complained about, but for what the journey expects. */
  readonly complaints: string[] = [];
  /** A visitor is told that nobody is signed in. */
  private readonly expected: RegExp[] = [/\b401\b.* \/api\/v1\/session$/];

  constructor(
    readonly page: Page,
    locale: string,
  ) {
    this.side = locale.startsWith('zh') ? 0 : 1;
    page.on('pageerror', (error) => this.complaints.push(`thrown: ${error.message}`));
    page.on('console', (message) => {
      const url = message.location().url;
      const complaint = `${message.text()} ${URL.canParse(url) ? new URL(url).pathname : url}`;
      const isComplaint = message.type() === 'error' || /Content Security Policy|Refused to/.test(complaint);
      if (isComplaint && !this.expected.some((pattern) => pattern.test(complaint))) this.complaints.push(complaint);
    });
  }

  /** The browser logs each answer that is no success: a journey that is about a refusal names it. */
  expects(status: number, path: RegExp): void {
    this.expected.push(new RegExp(`status of ${status}\\b.* ${path.source}`));
  }

  /** A journey through an outage: what does not answer is logged, and nothing else may be. */
  expectsOutage(): void {
    this.expects(503, /\/api\/v1\//);
    this.expected.push(/Failed to load resource: net::ERR_/, /^WebSocket connection to '[^']*' failed/);
  }

  get isEnglish(): boolean {
    return this.side === 1;
  }

  get isPhone(): boolean {
    return (this.page.viewportSize()?.width ?? 1440) < 720;
  }

  /** The text of a key, figures filled in. */
  t(key: string, named: Record<string, string> = {}): string {
    return this.raw(key).replace(/\{(\w+)\}/g, (_, name: string) => named[name] ?? '');
  }

  private raw(key: string): string {
    return (key.split('.').reduce<Pair | Texts | undefined>((at, part) => (at as Texts)[part], texts) as Pair)[this.side];
  }

  /** The start of a text, up to its first figure. */
  start(key: string): RegExp {
    const [first = '', second = ''] = this.raw(key).split(/\{\w+\}/).map((part) => part.trim());
    return new RegExp((first || second).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  }

  button(key: string, named?: Record<string, string>, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name: this.t(key, named), exact: true });
  }

  async register(): Promise<string> {
    const email = `e2e-${Date.now()}-${Math.floor(Math.random() * 1e6)}@example.com`;
    await this.page.goto('/register');
    await this.page.getByLabel(this.t('accounts.email')).fill(email);
    await this.page.locator('input[name=password]').fill(PASSWORD);
    await this.button('accounts.register').click();
    await expect(this.page).toHaveURL(/portfolio/);
    return email;
  }

  /** In the language of the browser, as if chosen here before: else the language of the account would apply. */
  async signInAsStaff(to: string): Promise<void> {
    const language = this.isEnglish ? 'en' : 'zh-CN';
    await this.page.addInitScript((chosen) => {
      if (location.protocol.startsWith('http')) localStorage.setItem('pharos.preferences', JSON.stringify({ language: chosen, unsaved: ['language'] }));
    }, language);
    await this.page.goto(`/sign-in?to=${to}`);
    await this.page.locator('input[name=email]').fill(STAFF.email);
    await this.page.locator('input[name=password]').fill(STAFF.password);
    await this.page.locator('form button[type=submit]').click();
    await expect(this.page).toHaveURL(new RegExp(`${to}$`));
  }

  /** Somebody else sits down. */
  async leave(): Promise<void> {
    await this.page.goto('about:blank'); // a page that is still open would ask on, without its session
    await this.page.context().clearCookies();
  }

  /** The symbol of the first instrument of a kind in the market list. */
  async firstSymbol(kind: string): Promise<string> {
    await this.page.goto(`/?kind=${kind}`);
    const address = await this.page.locator('tbody a').first().getAttribute('href');
    return address?.split('/').at(-1) ?? '';
  }

  async depositFirst(): Promise<void> {
    await this.page.getByRole('button', { name: /1,000,000/ }).click();
    await expect(this.page.getByText('1,000,000.00').first()).toBeVisible();
  }

  /** Opens the first instrument of a kind from the market list. */
  async openFirst(kind: string): Promise<void> {
    await this.page.goto(`/?kind=${kind}`);
    await this.page.locator('tbody a').first().click();
    await expect(this.page.getByRole('region', { name: this.t('market.depth') })).toBeVisible();
  }

  /** The ticket: beside the chart, or the sheet that the phone opens. */
  async ticket(side: 'BUY' | 'SELL' = 'BUY'): Promise<Locator> {
    const ticket = this.page.getByRole('region', { name: this.t('trading.ticket') });
    if (this.isPhone && !(await ticket.isVisible())) await this.button(`trading.side.${side}`).click();
    await expect(ticket).toBeVisible();
    await ticket.getByText(this.t(`trading.side.${side}`), { exact: true }).first().click();
    return ticket;
  }

  /** Presses the ticket's button and confirms. */
  async send(ticket: Locator): Promise<void> {
    await ticket.locator('button[type=submit]').click();
    await this.page.getByRole('dialog').last().getByRole('button').last().click();
  }

  async closeSheet(): Promise<void> {
    if (this.isPhone) await this.page.keyboard.press('Escape');
  }

  /** axe finds nothing serious, and nothing was refused by the policy. */
  async isAccessible(where: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${where}: ${id} ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
    expect(this.complaints, where).toEqual([]);
  }
}

/** Whatever a test does, it fails when the policy refused something or the page threw. */
export const test = base.extend<{ pharos: Pharos }>({
  pharos: async ({ page, locale }, use) => {
    const pharos = new Pharos(page, locale ?? 'zh-CN');
    await use(pharos);
    expect(pharos.complaints, 'errors on the console of the browser').toEqual([]);
  },
});
export { expect };

/** Plays a fault: on the development server, or on the real platform through who started it. */
export async function play(request: APIRequestContext, fault: Record<string, string | boolean>): Promise<void> {
  const answer = await request.post(`${process.env['PHAROS_PLAY'] ?? ''}/__play`, { data: fault, timeout: 180_000 });
  expect(answer.ok(), JSON.stringify(fault)).toBe(true);
}
