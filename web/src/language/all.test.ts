import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { texts } from './all';
import { i18n } from './i18n';
import { pick, type Messages } from './texts';

function flat(messages: Messages, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as [string, string]] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

const chinese = flat(pick(texts, 0));
const english = flat(pick(texts, 1));
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

test('both languages have the same keys', () => {
  expect([...chinese.keys()]).toEqual([...english.keys()]);
});

test('no text is empty, and both name the same figures', () => {
  for (const [key, text] of chinese) {
    const other = english.get(key) ?? '';
    expect(text.trim(), key).not.toBe('');
    expect(other.trim(), key).not.toBe('');
    expect(placeholders(other), key).toEqual(placeholders(text));
  }
});

test('no English text holds Chinese', () => {
  for (const [key, text] of english) if (key !== 'shell.otherLanguage') expect(text, key).not.toMatch(/\p{Script=Han}/u);
});

test('every key that a screen names exists', () => {
  const sources = (readdirSync('src', { recursive: true }) as string[]).filter((file) => /\.(vue|ts)$/.test(file) && !file.endsWith('.test.ts'));
  const groups = new Set([...chinese.keys()].flatMap((key) => key.split('.').map((_, at, parts) => parts.slice(0, at).join('.'))));
  for (const file of sources) {
    const source = readFileSync(`src/${file}`, 'utf8');
    for (const [, key = ''] of source.matchAll(/\b(?:t|translate)\(\s*'([\w.]+)'/g)) expect(chinese.has(key), `${file}: ${key}`).toBe(true);
    for (const [, group = ''] of source.matchAll(/\b(?:t|translate)\(\s*`([\w.]+)\.\$\{/g)) expect(groups.has(group), `${file}: ${group}`).toBe(true);
  }
});

test.each(['zh-CN', 'en'] as const)('every text can be compiled in %s', (language) => {
  for (const [key, text] of language === 'en' ? english : chinese) {
    const named = Object.fromEntries(placeholders(text).map((name) => [name.slice(1, -1), 'x']));
    expect(() => i18n.global.t(key, named, { locale: language }), key).not.toThrow();
    expect(i18n.global.t(key, named, { locale: language }), key).not.toContain('{');
  }
});
