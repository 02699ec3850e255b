import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { readDisclosures } from '../../../normalizers/read-disclosures.js';
import type { ColumnKind, Statement } from '../../../src/model/statement.js';
import { someOf } from '../../support/thorough.js';

const CORPUS = new URL('../../../../shared/corpus/', import.meta.url);
const FACTS = new URL('counted-packs.tsv', import.meta.url);

/** What was counted on the pages: pack, page, kind, rows (each half its own), total of the main column. */
const counted = new Map<string, string[]>();
for (const line of readFileSync(FACTS, 'utf8').trim().split('\n').slice(1)) {
  const [pack = '', ...facts] = line.split('\t');
  counted.set(pack, [...(counted.get(pack) ?? []), facts.join(' ').trim()]);
}

describe.skipIf(!existsSync(CORPUS))('statements of real packs are those counted on their pages', () => {
  it.each(someOf(3, [...counted.keys()]))('%s', async (pack) => {
    const path = `${pack}.pdf`;
    const extraction = await readBytes(readFileSync(new URL(path, CORPUS)), { path });
    const { disclosures } = readDisclosures(extraction, { path });
    const statements = disclosures.flatMap((disclosure) => disclosure.statements);
    expect(statements.map(factsOf)).toEqual(counted.get(pack));
    expect(statements.filter(({ partial }) => partial)).toEqual([]);
  });
});

const factsOf = (statement: Statement): string =>
  [pageOf(statement), statement.kind, statement.lines.length, totalOf(statement)].join(' ').trim();

const pageOf = ({ evidence: { place } }: Statement): string => /^p(\d+)/.exec(place)?.[1] ?? '';

const WHOLE: readonly ColumnKind[] = ['total', 'this-year', 'actual'];

/** The last total of the first half: its figure in the column of totals, else its first. */
function totalOf({ columns, lines, blank }: Statement): string {
  const line = lines.findLast(({ half, role }) => half === 0 && role === 'total');
  if (!line || blank) return '';
  const amounts = line.figures.filter(({ money }) => money !== null);
  const main =
    WHOLE.flatMap((kind) => amounts.find(({ column }) => columns[column]?.kind === kind) ?? [])[0] ??
    amounts[0];
  return main?.money?.figure ?? '';
}
