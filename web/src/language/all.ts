import { accounts } from '@/features/accounts/texts';
import { information } from '@/features/information/texts';
import { margin } from '@/features/margin/texts';
import { market } from '@/features/market/texts';
import { operations } from '@/features/operations/texts';
import { payments } from '@/features/payments/texts';
import { portfolio } from '@/features/portfolio/texts';
import { risk } from '@/features/risk/texts';
import { security } from '@/features/security/texts';
import { settlement } from '@/features/settlement/texts';
import { venues } from '@/features/venues/texts';
import { status } from '@/features/status/texts';
import { trading } from '@/features/trading/texts';
import { shell } from '@/shell/texts';
import { refusal } from '@/ui/refusal.texts';
import { ui } from '@/ui/texts';
import type { Texts } from './texts';

/** Where a screen's text lives: beside the screen, in the `texts.ts` of its feature, under the feature's name. */
export const texts = { shell, ui, refusal, status, accounts, margin, market, trading, portfolio, payments, operations, information, risk, security, settlement, venues } satisfies Texts;
