// Writes src/api/generated from the API's description: `npm run api`. The result is committed, and a test compares it.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createClient, $ } from '@hey-api/openapi-ts';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
export const DESCRIPTION = join(home, '../docs/reference/openapi.json');
export const GENERATED = join(home, 'src/api/generated');

/** Types only: the calls are ours (`http.ts`), because they carry idempotency keys, time-outs and problems. */
export async function generate(path) {
  if (!existsSync(DESCRIPTION)) throw new Error(`${DESCRIPTION} is missing`);
  await createClient({
    input: DESCRIPTION,
    output: {
      path,
      entryFile: false,
      header: ['// Written by `npm run api` from docs/reference/openapi.json; not by hand.', '', "import type { Decimal } from '@/money';"],
    },
    parser: { filters: { operations: { exclude: ['/.*/'] }, orphans: true } },
    logs: { level: 'silent', file: false },
    plugins: [
      {
        name: '@hey-api/typescript',
        // A decimal is not just any string: src/money has the type and the arithmetic.
        '~resolvers': { string: ({ schema }) => (schema.format === 'decimal' ? $.type('Decimal') : undefined) },
      },
    ],
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await generate(GENERATED);
