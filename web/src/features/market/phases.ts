import type { Phase } from '@/api';

const CALLS: readonly Phase[] = ['PRE_OPEN', 'OPENING_AUCTION', 'VOLATILITY_INTERRUPTION', 'CLOSING_AUCTION'];

/** Orders are collected, and nothing trades until the auction. */
export const isCall = (phase: Phase): boolean => CALLS.includes(phase);
