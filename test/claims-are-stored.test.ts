import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReadDocument } from '../src/model/document.js';
import type { Cell } from '../src/model/grid.js';
import { readDocument } from '../src/pipeline/reading/read-document.js';
import { someOf } from './support/thorough.js';

/** What is stored of one thing: its texts, and the cells it names as evidence. */
interface StoredRecord {
  cells: { block: number; cell: number }[];
  texts: string[];
}

/** A text this long is not found in another value by chance. */
const TELLING = 6;

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** Everything stored, record by record: the members of every list, and what a disclosure or form holds beside its lists. */
function recordsOf({ disclosures, forms }: Pick<ReadDocument, 'disclosures' | 'forms'>): StoredRecord[] {
  const lists = disclosures.flatMap((disclosure) => Object.values(disclosure).filter(Array.isArray).flat());
  const own = disclosures.map((each) =>
    Object.fromEntries(Object.entries(each).filter(([, value]) => !Array.isArray(value))),
  );
  const parts = forms.flatMap(({ sums = [], particulars = [], ...form }) => [...sums, ...particulars, form]);
  return [...lists, ...own, ...parts].map((each: unknown) => {
    const record: StoredRecord = { cells: [], texts: [] };
    collect(each, record);
    return record;
  });
}

function collect(value: unknown, record: StoredRecord): void {
  if (typeof value === 'string') record.texts.push(bare(value));
  if (typeof value !== 'object' || value === null) return;
  const { block, cell } = value as { block?: unknown; cell?: unknown };
  if (typeof block === 'number' && typeof cell === 'number') record.cells.push({ block, cell });
  for (const each of Object.values(value)) collect(each, record);
}

/** Cells that a field claims and that nothing stored shows: field, place and text. */
function lostCells(document: ReadDocument): string[] {
  const { blocks, claims } = document;
  const cellAt = (block: number, index: number): Cell | undefined => {
    const grid = blocks[block];
    return grid?.kind === 'grid' ? grid.cells[index] : undefined;
  };
  const evidence = new Set<string>();
  const byRow = new Map<string, Set<string>>();
  const telling: string[] = [];
  for (const { cells, texts } of recordsOf(document)) {
    telling.push(...texts.filter((text) => text.length >= TELLING));
    for (const { block, cell } of cells) {
      evidence.add(`${block}.${cell}`);
      const { row = 0, rowSpan = 1 } = cellAt(block, cell) ?? {};
      for (let r = row; r < row + rowSpan; r++) {
        const known = byRow.get(`${block}.${r}`) ?? new Set<string>();
        byRow.set(`${block}.${r}`, known);
        for (const text of texts) known.add(text);
      }
    }
  }
  const everything = telling.join('\n');
  return claims.flatMap(({ block, cell: index, status, field }) => {
    const cell = cellAt(block, index);
    if (status !== 'claimed' || !cell || evidence.has(`${block}.${index}`)) return [];
    const text = bare(cell.text);
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      for (const beside of byRow.get(`${block}.${r}`) ?? []) if (beside.includes(text)) return [];
    }
    if (text.length >= TELLING && everything.includes(text)) return [];
    return [`${field} ${cell.place} ${cell.text}`];
  });
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(md|json|url|py)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const ROOT = join(import.meta.dirname, '..');

const FOLDERS = someOf(1, ['samples', '../shared/corpus', '../shared/seeds', '../shared/cases'])
  .map((folder) => join(ROOT, folder))
  .filter((folder) => existsSync(folder));

describe.each(FOLDERS)('%s', (folder) => {
  it.each(filesIn(folder).map((file) => [relative(folder, file), file]))(
    '%s: no cell is claimed by a field without being stored',
    async (path, file) => {
      const document = await readDocument(readFileSync(file), { path });
      expect(lostCells(document)).toEqual([]);
    },
  );
});

it('a claimed cell that nothing stored shows is found', async () => {
  const file = join(ROOT, 'samples/hunan-wangcheng.html');
  const document = await readDocument(readFileSync(file), { path: 'a.html' });
  expect(lostCells({ ...document, disclosures: [], forms: [] }).length).toBeGreaterThan(10);
});
