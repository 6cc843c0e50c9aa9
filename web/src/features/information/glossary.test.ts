import { expect, test } from 'vitest';
import { glossaryOf } from './glossary';

test('takes the reader\'s language out of the answer', () => {
  const answer = { items: [{ id: 'tick', term: { zh: '最小变动价位', en: 'Tick' }, text: { zh: '间隔', en: 'Step' } }] };
  expect(glossaryOf(answer, 'en')).toEqual([{ key: 'tick', term: 'Tick', text: 'Step' }]);
  expect(glossaryOf(answer, 'zh-CN')?.[0]?.term).toBe('最小变动价位');
});

test.each([[undefined], ['text'], [{ items: [] }], [{ items: [{ term: 1 }] }]])('has nothing to show for %o', (answer) => {
  expect(glossaryOf(answer, 'en')).toBeUndefined();
});
