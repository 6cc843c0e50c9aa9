// @vitest-environment node
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DESCRIPTION, GENERATED, generate } from '../../scripts/api.mjs';

/** The description is itself checked against the code, so what the screens compile against is what the platform does. */
test.skipIf(!existsSync(DESCRIPTION))('the generated types are those of the API’s description (else: npm run api)', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'pharos-api-'));
  try {
    await generate(fresh);
    expect(readdirSync(GENERATED)).toEqual(readdirSync(fresh));
    for (const file of readdirSync(fresh)) {
      expect(readFileSync(join(GENERATED, file), 'utf8'), file).toBe(readFileSync(join(fresh, file), 'utf8'));
    }
  } finally {
    rmSync(fresh, { recursive: true });
  }
}, 30_000);
