import { i18n } from './i18n';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions, at: Date): string {
  const language = i18n.global.locale.value;
  const key = language + JSON.stringify(options);
  let found = formats.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { hourCycle: 'h23', ...options });
    formats.set(key, found);
  }
  return found.format(at);
}

const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;

/** The reader's own clock: 09:30:05. */
export function clock(at: string | number | Date): string {
  return format(CLOCK, new Date(at));
}

/** Day and clock: 2026-11-22 09:30:05 in both languages, so that columns align and sort. */
export function moment(at: string | number | Date): string {
  const date = new Date(at);
  return `${day(date)} ${clock(date)}`;
}

export function day(at: string | number | Date): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** "since" times: the clock today, day and clock before. */
export function since(at: string | number | Date): string {
  return day(at) === day(new Date()) ? clock(at) : moment(at);
}
