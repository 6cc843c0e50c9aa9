import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/**
 * The API describes itself in docs/reference/openapi.json, generated from the code. Its decimals are plain strings and
 * none of its answers names a required field, so types made from it would be weaker than ours; instead each field that
 * ours name must exist there, and each closed enumeration must be the same.
 */
const DESCRIPTION = '../docs/reference/openapi.json';
const SCHEMA_OF = {
  Money: 'Money', Me: 'Me', Instrument: 'InstrumentView', PriceBand: 'Band', Quote: 'Quote', Depth: 'Depth', Trade: 'TradeView',
  Candle: 'CandleView', NewOrder: 'PlaceForm', Order: 'OrderView', OrderChange: 'ReplaceForm', Estimate: 'Estimate',
  Execution: 'ExecutionView', Balance: 'BalanceView', Position: 'PositionView', Positions: 'Positions', Movement: 'MovementView',
  Payment: 'Payment', StatusPart: 'Part', Status: 'Status',
} as const;

interface Schema {
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
}

function fieldsOfOurs(): Map<string, string[]> {
  const source = ts.createSourceFile('types.ts', readFileSync('src/api/types.ts', 'utf8'), ts.ScriptTarget.Latest, true);
  return new Map(
    source.statements.filter(ts.isInterfaceDeclaration).map((declared) => [
      declared.name.text,
      declared.members.filter(ts.isPropertySignature).map((member) => member.name.getText(source)),
    ]),
  );
}

test.skipIf(!existsSync(DESCRIPTION))('every field that the screens name is a field of the API', () => {
  const { components } = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as { components: { schemas: Record<string, Schema> } };
  const ours = fieldsOfOurs();
  for (const [name, schema] of Object.entries(SCHEMA_OF)) {
    const theirs = Object.keys(components.schemas[schema]?.properties ?? {});
    expect(theirs, `${name} is described as ${schema}`).not.toEqual([]);
    for (const field of ours.get(name) ?? []) expect(theirs, `${name}.${field}`).toContain(field);
  }
});

test.skipIf(!existsSync(DESCRIPTION))('the modes of the sandbox bank are the ones that staff can choose', () => {
  const { components } = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as { components: { schemas: Record<string, Schema> } };
  expect(components.schemas['BankForm']?.properties?.['mode']?.enum).toEqual(['NORMAL', 'REJECT', 'TIMEOUT', 'DELAY', 'LOSE']);
});
