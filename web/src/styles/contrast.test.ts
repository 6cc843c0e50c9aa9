import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');

function tokens(selector: string): Map<string, string> {
  const block = css.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((found) => [found[1] ?? '', found[2] ?? '']));
}

/** WCAG 2.2 relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
])('in the %s theme', (_, selector) => {
  const named = tokens(selector);
  const of = (name: string) => named.get(name) ?? 'missing';

  test.each(['ink', 'ink-soft', 'red', 'green', 'lamp-text'])('--%s is readable on every ground', (name) => {
    for (const ground of ['ground', 'raised', 'sunken']) {
      expect(contrast(of(name), of(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('text on its own tint is readable', () => {
    expect(contrast(of('red'), of('red-tint'))).toBeGreaterThanOrEqual(4.4);
    expect(contrast(of('green'), of('green-tint'))).toBeGreaterThanOrEqual(4.4);
    expect(contrast(of('ink'), of('lamp-tint'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('ink'), of('bar'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('on-lamp'), of('lamp'))).toBeGreaterThanOrEqual(4.5);
  });

  test('borders of controls stand out from every ground', () => {
    for (const ground of ['ground', 'raised', 'sunken']) {
      expect(contrast(of('line-strong'), of(ground))).toBeGreaterThanOrEqual(3);
    }
  });
});
