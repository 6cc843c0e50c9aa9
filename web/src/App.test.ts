import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import App from './App.vue';

test('shows its name', () => {
  expect(mount(App).get('h1').text()).toContain('灯塔');
});
