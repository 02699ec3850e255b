import { buildGrid, type SourceCell } from '../../../extractors/tables/grid-builder.js';
import { readDisclosures } from '../../../normalizers/read-disclosures.js';
import type { Disclosure, Form } from '../../../src/model/disclosure.js';
import type { CellClaim } from '../../../src/model/document.js';
import type { Block, Grid, Paragraph } from '../../../src/model/grid.js';
import { paragraphPlace } from '../../../src/model/place.js';

/**
 * A table drawn line by line, cells separated by `|`. A lone `<` joins a cell to the one left of it, `^` to the one above;
 * `⏎` is a line break inside a cell.
 */
export function drawTable(drawing: string, table = 1): Grid {
  const lines = drawing
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((text) => text.trim().replaceAll('⏎', '\n')));
  const rows = lines.map((line, r) =>
    line.flatMap((text, c): SourceCell[] => {
      if (text === '<' || text === '^') return [];
      let colSpan = 1;
      while (line[c + colSpan] === '<') colSpan++;
      let rowSpan = 1;
      while (lines[r + rowSpan]?.[c] === '^') rowSpan++;
      return [{ text, column: c + 1, rowSpan, colSpan }];
    }),
  );
  return buildGrid(rows, { table });
}

/** The same without merges, rows as long as they are: what a text dump leaves of a table. */
export function drawFlattened(drawing: string, table = 1): Grid {
  const lines = drawing.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.map((line) =>
    line.split('|').map((text) => ({ text: text.trim().replaceAll('⏎', '\n') })),
  );
  return buildGrid(rows, { table, certainty: 'flattened', ragged: true });
}

export const paragraph = (text: string, number = 1): Paragraph => ({
  kind: 'paragraph',
  text,
  place: paragraphPlace(number),
});

export interface Reading {
  forms: Form[];
  claims: CellClaim[];
  disclosures: Disclosure[];
  /** The first disclosure. */
  disclosure: Disclosure;
}

/** Strings are paragraphs, or tables where they hold a `|`. */
export function read(...parts: (string | Block)[]): Reading {
  let tables = 0;
  const blocks = parts.map((part, i): Block => {
    if (typeof part !== 'string') return part;
    return part.includes('|') ? drawTable(part, ++tables) : paragraph(part, i + 1);
  });
  const { forms, claims, disclosures } = readDisclosures(
    { format: 'text', outcome: 'ok', blocks, diagnostics: [] },
    { path: 'a' },
  );
  const [disclosure] = disclosures;
  if (!disclosure) throw new Error('no form was recognized');
  return { forms, claims, disclosures, disclosure };
}
