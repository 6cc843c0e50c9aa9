import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';
import accessibility from 'eslint-plugin-vuejs-accessibility';
import i18n from '@intlify/eslint-plugin-vue-i18n';

export default tseslint.config(
  { ignores: ['dist/', 'target/', 'coverage/', 'node_modules/', 'test-results/', 'playwright-report/', 'src/api/generated/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  { plugins: { '@intlify/vue-i18n': i18n } },
  {
    files: ['src/**'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-undef': 'off', // the type checker's work
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'always' } }],
      'vue/html-indent': 'off',
      'vue/require-default-prop': 'off', // an absent prop is undefined, and the type says so
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] }, components: [] }],
      // Every text a person can read goes through i18n.
      '@intlify/vue-i18n/no-raw-text': [
        'error',
        { ignorePattern: '^[-–—#:/()·,.%×+≈•*\\s]*$', attributes: { '/.+/': ['title', 'aria-label', 'placeholder', 'alt', 'label'] } },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^@/features/[^/]+/(?!texts$|\\w+Page\\.vue$).+', message: 'A feature has one door: its index.ts.' }] },
      ],
    },
  },
  {
    files: ['scripts/**', 'dev/**', 'e2e/**', '*.config.*'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
);
