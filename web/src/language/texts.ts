/** Every text of the screens stands beside its translation, as a pair: Chinese, English. None can lack the other. */
export type Pair = readonly [chinese: string, english: string];
export interface Texts {
  readonly [key: string]: Pair | Texts;
}

export interface Messages {
  [key: string]: string | Messages;
}

const isPair = (value: Pair | Texts): value is Pair => Array.isArray(value);

/** Takes one language out of the pairs. */
export function pick(texts: Texts, language: 0 | 1): Messages {
  const messages: Messages = {};
  for (const [key, value] of Object.entries(texts)) {
    messages[key] = isPair(value) ? value[language] : pick(value, language);
  }
  return messages;
}
