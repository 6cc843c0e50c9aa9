import { expect, test } from 'vitest';
import { entriesOf } from './glossary';

test('takes the reader\'s language out of the answer', () => {
  const answer = { items: [{ id: 'tick', term: { zh: '最小变动价位', en: 'Tick' }, text: { zh: '间隔', en: 'Step' } }] };
  expect(entriesOf(answer, 'en')).toEqual([{ key: 'tick', term: 'Tick', text: 'Step' }]);
  expect(entriesOf(answer, 'zh-CN')[0]?.term).toBe('最小变动价位');
});
