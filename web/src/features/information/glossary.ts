import { http, isRecord } from '@/api';

export interface GlossaryEntry {
  readonly key: string;
  readonly term: string;
  readonly text: string;
}

export const fetchGlossary = (): Promise<unknown> => http.get<unknown>('/glossary');

/** The answer of the information part in the reader's language; undefined when it is not there or not understood. */
export function glossaryOf(answer: unknown, language: string): GlossaryEntry[] | undefined {
  if (!isRecord(answer) || !Array.isArray(answer['items'])) return undefined;
  const side = language === 'en' ? 'en' : 'zh';
  const entries = answer['items'].filter(isRecord).flatMap((item, index) => {
    const term = spoken(item['term'] ?? item['name'], side);
    const text = spoken(item['text'] ?? item['definition'] ?? item['meaning'], side);
    return term === undefined || text === undefined ? [] : [{ key: String(item['id'] ?? item['key'] ?? index), term, text }];
  });
  return entries.length === 0 ? undefined : entries;
}

function spoken(value: unknown, side: 'zh' | 'en'): string | undefined {
  const text = isRecord(value) ? value[side] : value;
  return typeof text === 'string' && text !== '' ? text : undefined;
}
