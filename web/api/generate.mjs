// Makes src/schema.d.ts from docs/openapi.json. `--check` only tells whether the file is up to date.
import { readFile, writeFile } from 'node:fs/promises';

import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const source = new URL('../../docs/openapi.json', import.meta.url);
const target = new URL('src/schema.d.ts', import.meta.url);

const json = ts.factory.createTypeReferenceNode('Json');

const description = JSON.parse(await readFile(source, 'utf8'), (key, value) => {
  // Types need no examples, and they are most of the document.
  if (key === 'example' || key === 'examples') return undefined;
  if (key === 'additionalProperties' && isOpen(value)) return { $ref: '#/components/schemas/AnyJson' };
  return value;
});

const nodes = await openapiTS(description, {
  // A schema without a word allows any JSON, which is narrower than `unknown`.
  transform: (schema) => (isOpen(schema) ? json : undefined),
  inject: "import type { Json } from './json';",
});
const generated = `// Made from docs/openapi.json by \`npm run generate:api\`. Do not edit.\n${astToString(nodes)}`;

if (process.argv.includes('--check')) {
  const present = await readFile(target, 'utf8').catch(() => '');
  if (present !== generated) {
    process.stderr.write(
      'web/api/src/schema.d.ts does not fit docs/openapi.json. Run npm run generate:api.\n',
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(target, generated);
}

function isOpen(schema) {
  return (
    typeof schema === 'object' && schema !== null && Object.keys(schema).every((key) => key === 'description')
  );
}
