import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Evidence } from '../../src/model/disclosure.js';
import type { MoneyUnit } from '../../src/model/facts/money-units.js';
import { type Block, isGrid } from '../../src/model/grid.js';
import { STATEMENT_KINDS, type Statement } from '../../src/model/statement.js';
import { figuresBehind } from './figures-behind.js';
import { findStatements, type StatementPart } from './find-statements.js';
import { isSlippedHeader } from './is-slipped-header.js';
import { readStatementLines, type UnreadCell } from './read-statement-lines.js';
import { evidenceOfCell } from './statement-grid.js';
import { statementKind } from './statement-kind.js';
import { statementWords } from './statement-words.js';
import { unreadTitles } from './unread-titles.js';

/** A statement with what its surroundings say of whose it is. */
export interface StatementRead {
  /** Its id is 0 until it belongs to a disclosure. */
  statement: Statement;
  /** 部门：… in its caption. */
  department: { text: string; evidence: Evidence } | null;
  /** What its title says: 决算 or 预算. */
  stage: 'final' | 'budget' | null;
}

export interface StatementsRead {
  statements: StatementRead[];
  diagnostics: Diagnostic[];
}

/**
 * The budget statements of a document (收支总表, 一般公共预算支出表 …, and their counterparts among the final accounts).
 * @param taken indexes of the grids that recognized forms were read from: they are left alone
 */
export function readStatements(blocks: readonly Block[], taken: ReadonlySet<number>): StatementsRead {
  const found = findStatements(blocks, taken);
  const unit = onlyUnit(found);
  const statements: StatementRead[] = [];
  const diagnostics: Diagnostic[] = [];
  const held = new Set([...taken, ...found.flatMap(({ bodies }) => bodies.map(({ grid }) => grid.block))]);
  for (const part of found) {
    const read = readOne(part, unit, blocks);
    if (!read) continue;
    const { statement } = read.statement;
    const apart = statement.blank ? rowsApart(statement, blocks, held) : 0;
    statements.push(
      apart > 0
        ? { ...read.statement, statement: { ...statement, blank: false, partial: true } }
        : read.statement,
    );
    diagnostics.push(...read.diagnostics, ...(apart > 0 ? [diagnosticOfApart(statement, apart)] : []));
  }
  diagnostics.push(...unreadTitles(blocks, held));
  return { statements, diagnostics };
}

/** Rows with figures that stand behind the table of a statement in which none was found: its header is cut off from them. */
function rowsApart({ blocks: own }: Statement, blocks: readonly Block[], held: ReadonlySet<number>): number {
  const { rows, lines } = figuresBehind(blocks, Math.max(...own) + 1, (index) => held.has(index));
  return rows + (lines >= LEAST_LINES ? lines : 0);
}

/** A lone amount in a line may be anything. */
const LEAST_LINES = 2;

const diagnosticOfApart = ({ title, kind, evidence }: Statement, apart: number): Diagnostic => ({
  code: 'statement-rows-apart',
  message: `预算表“${title || STATEMENT_KINDS[kind]}”的表头与它的各行分开了：其后有 ${apart} 行数字没有读出；这张表不完整，不用来核对，也不是空表`,
  place: evidence.place,
});

/** The unit that all captions of the document agree on. */
function onlyUnit(found: readonly StatementPart[]): MoneyUnit | null {
  const units = new Set(found.flatMap(({ heading }) => heading.unit?.unit ?? []));
  const [only] = units;
  return units.size === 1 && only ? only : null;
}

function readOne(
  part: StatementPart,
  documentUnit: MoneyUnit | null,
  blocks: readonly Block[],
): { statement: StatementRead; diagnostics: Diagnostic[] } | null {
  const { heading, halves, bodies, head } = part;
  const [first] = bodies;
  if (!first) return null;
  const title = heading.title?.text ?? '';
  const unit = heading.unit;
  const units = {
    caption: unit?.from === 'caption' ? unit.unit : null,
    paragraph: unit?.from === 'paragraph' ? unit.unit : null,
    document: documentUnit,
  };
  const { columns, lines, unread, saysNothing } = readStatementLines(bodies, halves, {
    units,
    heads: head.rows,
    title,
  });
  const kind = statementKind(title, {
    halves,
    items: lines.map(({ item }) => item),
    codes: lines.flatMap(({ code }) => code ?? []),
  });
  if (kind === null) return null;
  const amounts = lines.flatMap(({ figures }) => figures.flatMap(({ money }) => money ?? []));
  const blank = amounts.every(({ state, fen }) => (state === 'amount' ? fen === 0 : state !== 'unresolved'));
  if (kind === 'other' && blank && title === '') return null;
  if (!columns.some(({ kind: of }) => of !== 'item-code' && of !== 'person')) return null;
  const name = title || STATEMENT_KINDS[kind];
  const isSlipped = lines.length > 0 && isSlippedHeader(first);
  const diagnostics = diagnosticsOf(unread, name);
  const cell = first.grid.grid.cells[0];
  const evidence = heading.title?.evidence ?? (cell ? evidenceOfCell(first.grid, cell) : null);
  if (!evidence) return null;
  if (isSlipped) diagnostics.push(diagnosticOfSlipped(name, evidence));
  const { final, budget } = statementWords().titles;
  return {
    statement: {
      statement: {
        id: 0,
        kind,
        title,
        unit: unit?.unit ?? documentUnit,
        blank: blank || (saysNothing && amounts.length === 0),
        partial: unread.length > 0 || isSlipped,
        columns,
        lines,
        blocks: [...new Set(bodies.map(({ grid }) => grid.block))].filter((block) =>
          isGrid(blocks[block] ?? NO_BLOCK),
        ),
        evidence,
      },
      department: heading.department,
      stage: final.test(title) ? 'final' : budget.test(title) ? 'budget' : null,
    },
    diagnostics,
  };
}

const diagnosticOfSlipped = (name: string, { place }: Evidence): Diagnostic => ({
  code: 'statement-header-unread',
  message: `预算表“${name}”的表头比各行短：合并的栏名失去了宽度，栏名与数字对不上；这张表不完整，不用来核对`,
  place,
});

const NO_BLOCK: Block = { kind: 'paragraph', text: '', place: '' };

const WHY: Record<UnreadCell['why'], string> = {
  'no-name': '有金额而没有名称',
  'no-amount': '金额栏里不是一个金额',
  'no-label': '有金额的栏没有栏名',
};

/** One message a statement: what was not understood of it, how often, and where it begins. */
function diagnosticsOf(unread: readonly UnreadCell[], name: string): Diagnostic[] {
  const [first] = unread;
  if (!first) return [];
  const { cell, why } = first;
  const kinds = [...new Set(unread.map((each) => WHY[each.why]))].join('、');
  return [
    {
      code: why === 'no-label' ? 'statement-header-unread' : 'statement-row-unread',
      message: `预算表“${name}”有 ${unread.length} 处没有读懂：${kinds}，从第 ${cell.row} 行起；这张表不完整，不用来核对`,
      place: cell.place,
    },
  ];
}
