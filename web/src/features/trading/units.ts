import { useI18n } from 'vue-i18n';
import type { Instrument } from '@/api';
import { approximate, formatDecimal, type Decimal } from '@/money';

/** "100 股", "100 shares", "0.5 BTC": a quantity as it is said in the reader's language. */
export function useSpokenQuantity() {
  const { t, te } = useI18n();
  return (quantity: Decimal, instrument: Pick<Instrument, 'kind' | 'base'>): string => {
    const number = formatDecimal(quantity);
    const key = `trading.unit.${instrument.kind}`;
    return te(key) ? `${number} ${t(key, approximate(quantity) === 1 ? 1 : 2)}` : `${number} ${instrument.base}`;
  };
}
