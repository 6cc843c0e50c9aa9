import { createPinia, setActivePinia } from 'pinia';
import { mount } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { usePreferences } from '@/preferences';
import { useShortcuts } from './shortcuts';

const push = vi.fn();
vi.mock('vue-router', () => ({ useRouter: () => ({ push }) }));

let page: { helpOpen: boolean };

beforeEach(() => {
  localStorage.clear();
  push.mockClear();
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  setActivePinia(createPinia());
  const wrapper = mount(defineComponent({ setup: () => useShortcuts(), render: () => h('input') }), { attachTo: document.body });
  page = wrapper.vm as unknown as { helpOpen: boolean };
  return () => wrapper.unmount();
});

const press = (key: string, at: EventTarget = document.body, more: KeyboardEventInit = {}) =>
  at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

test('a question mark opens the help', () => {
  press('?');
  expect(page.helpOpen).toBe(true);
});

test('g and a letter lead to a place', () => {
  press('g');
  press('p');
  expect(push).toHaveBeenCalledWith({ name: 'payments' });
});

test('a letter alone leads nowhere, nor does one after another key', () => {
  press('p');
  press('g');
  press('x');
  press('m');
  expect(push).not.toHaveBeenCalled();
});

test('who types, or holds a modifier, is left alone', () => {
  press('?', document.querySelector('input') ?? document.body);
  press('?', document.body, { ctrlKey: true });
  expect(page.helpOpen).toBe(false);
});

test('switched off, no key does anything', () => {
  usePreferences().shortcuts = false;
  press('?');
  press('g');
  press('m');
  expect(page.helpOpen).toBe(false);
  expect(push).not.toHaveBeenCalled();
});
