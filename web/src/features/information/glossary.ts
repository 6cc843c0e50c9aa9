import { http, type Glossary } from '@/api';

export interface GlossaryEntry {
  readonly key: string;
  readonly term: string;
  readonly text: string;
}

export const fetchGlossary = (): Promise<Glossary> => http.get<Glossary>('/glossary');

/** The terms in the reader's language. */
export function entriesOf({ items }: Glossary, language: string): GlossaryEntry[] {
  const side = language === 'en' ? 'en' : 'zh';
  return items.map(({ id, term, text }) => ({ key: id, term: term[side], text: text[side] }));
}
