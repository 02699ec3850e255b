import { readDisclosures } from '../../../normalizers/read-disclosures.js';
import type { Diagnostic } from '../../../src/model/diagnostic.js';
import type { Disclosure } from '../../../src/model/disclosure.js';
import type { Block } from '../../../src/model/grid.js';
import type { Statement, StatementLine } from '../../../src/model/statement.js';
import { drawTable, paragraph } from '../recognize/draw-table.js';

export interface StatementsDrawn {
  statements: Statement[];
  disclosures: Disclosure[];
  diagnostics: Diagnostic[];
}

/** What is read of paragraphs and drawn tables (texts that hold a `|`). */
export function readPack(...parts: (string | Block)[]): StatementsDrawn {
  let tables = 0;
  const blocks = parts.map((part, i): Block => {
    if (typeof part !== 'string') return part;
    return part.includes('|') ? drawTable(part, ++tables) : paragraph(part, i + 1);
  });
  const { disclosures, diagnostics } = readDisclosures(
    { format: 'text', outcome: 'ok', blocks, diagnostics: [] },
    { path: 'a' },
  );
  return { statements: disclosures.flatMap(({ statements }) => statements), disclosures, diagnostics };
}

/** The only statement of a pack. */
export function readStatement(...parts: (string | Block)[]): Statement {
  const { statements } = readPack(...parts);
  const [only] = statements;
  if (!only || statements.length > 1) throw new Error(`${statements.length} statements`);
  return only;
}

/** `half side label=kind` for each column. */
export const columnsOf = ({ columns }: Statement): string[] =>
  columns.map(({ half, side, label, kind }) => `${half}${side ? ` ${side}` : ''} ${label}=${kind}`);

/** `code item level role figures` for each line; figures as `column:figure`. */
export const linesOf = ({ lines }: Statement): string[] => lines.map(lineOf);

const lineOf = ({ half, code, item, level, role, figures }: StatementLine): string =>
  [
    half > 0 ? `+${half}` : '',
    code ?? '',
    item,
    level === null ? '' : `L${level}`,
    role === 'item' ? '' : role,
    ...figures.map(
      ({ column, money, evidence }) => `${column}:${money ? (money.figure ?? money.state) : evidence.quote}`,
    ),
  ]
    .filter((part) => part !== '')
    .join(' ');
