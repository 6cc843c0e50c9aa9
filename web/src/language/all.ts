import { accounts } from '@/features/accounts/texts';
import { market } from '@/features/market/texts';
import { status } from '@/features/status/texts';
import { shell } from '@/shell/texts';
import { ui } from '@/ui/texts';
import { refusal } from '@/ui/refusal.texts';
import type { Texts } from './texts';

/** Where a screen's text lives: beside the screen, in the `texts.ts` of its feature, under the feature's name. */
export const texts = { shell, ui, refusal, status, accounts, market } satisfies Texts;
