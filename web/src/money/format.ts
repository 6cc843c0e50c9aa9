import { compare, fromUnits, roundHalfUp, sign, ZERO, type Decimal } from './decimal';

/** What stands where a number is not known. Never 0. */
export const UNKNOWN = '—';
const MINUS = '\u2212';

/** Thousands separators, `decimals` places (default: as many as it has), a real minus sign. */
export function formatDecimal(value: Decimal | null | undefined, decimals?: number): string {
  if (value === undefined || value === null) return UNKNOWN;
  const shown = decimals === undefined ? value : roundHalfUp(value, decimals);
  const negative = shown.startsWith('-') && sign(shown) !== 0;
  const [whole = '0', fraction] = shown.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return (negative ? MINUS : '') + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

/** As formatDecimal, with a plus before what is above zero. */
export function formatSigned(value: Decimal | null | undefined, decimals?: number): string {
  const text = formatDecimal(value, decimals);
  return value !== undefined && value !== null && compare(value, ZERO) > 0 ? `+${text}` : text;
}

/** A percentage that is already in per cent: "+1.25%". */
export function formatPercent(value: Decimal | null | undefined, decimals = 2): string {
  return value === undefined || value === null ? UNKNOWN : `${formatSigned(value, decimals)}%`;
}

interface Magnitude {
  readonly power: number;
  readonly suffix: string;
}

const CHINESE: readonly Magnitude[] = [
  { power: 12, suffix: '万亿' },
  { power: 8, suffix: '亿' },
  { power: 4, suffix: '万' },
];
const ENGLISH: readonly Magnitude[] = [
  { power: 12, suffix: 'T' },
  { power: 9, suffix: 'B' },
  { power: 6, suffix: 'M' },
  { power: 3, suffix: 'K' },
];

/** Volumes and turnovers: three to five digits and a unit, "1.23万" or "12.3K". */
export function formatCompact(value: Decimal | null | undefined, language: string): string {
  if (value === undefined || value === null) return UNKNOWN;
  const steps = language.startsWith('zh') ? CHINESE : ENGLISH;
  const magnitude = value.replace('-', '') as Decimal;
  for (const { power, suffix } of steps) {
    const unit = fromUnits(10n ** BigInt(power), 0);
    if (compare(magnitude, unit) >= 0) {
      const scaled = shift(value, power);
      return formatDecimal(scaled, 2) + suffix;
    }
  }
  return formatDecimal(value, value.includes('.') ? Math.min(4, (value.split('.')[1] ?? '').length) : 0);
}

/** value / 10^power, exact. */
function shift(value: Decimal, power: number): Decimal {
  const [whole = '0', fraction = ''] = value.split('.');
  return fromUnits(BigInt(whole + fraction), fraction.length + power);
}
