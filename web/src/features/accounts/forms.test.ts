import { expect, test } from 'vitest';
import { looksLikeEmail, returnPath } from './forms';

test.each([
  ['/portfolio?tab=orders', '/portfolio?tab=orders'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
])('after signing in, %s leads to %s', (wish, path) => {
  expect(returnPath(wish)).toBe(path);
});

test('an email needs a name, an at sign and a domain', () => {
  expect(looksLikeEmail(' li@example.com ')).toBe(true);
  expect(looksLikeEmail('li@example')).toBe(false);
  expect(looksLikeEmail('')).toBe(false);
});
