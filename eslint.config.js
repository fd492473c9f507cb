import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// Visible text comes from the message catalogue, so that the interface can be translated.
const literalText = [
  {
    selector: 'JSXText[value=/\\p{L}{2}/u]',
    message: 'Put visible text into the message catalogue (src/messages) and show it with t().',
  },
  {
    selector:
      'JSXAttribute[name.name=/^(label|title|placeholder|description|alt|aria-label|emptyMessage)$/] > Literal[value=/\\p{L}{2}/u]',
    message: 'Put visible text into the message catalogue (src/messages) and show it with t().',
  },
];

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/bin/', '**/obj/', '**/coverage/', '.build/', 'src/', 'tests/golden/', 'web/api/src/schema.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strict,
  {
    files: ['web/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat.recommended,
  },
  {
    // These tell what the React compiler would skip; it is not used here.
    files: ['web/**/*.{ts,tsx}'],
    rules: { 'react-hooks/incompatible-library': 'off', 'react-hooks/preserve-manual-memoization': 'off' },
  },
  {
    rules: {
      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
      // A callback may answer a promise or nothing at all.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['web/app/src/**/*.tsx', 'web/editor/src/**/*.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...literalText] },
  },
);
