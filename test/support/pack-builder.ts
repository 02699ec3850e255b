import type { PackSpec, SaidSpec, StatementSpec } from '../../src/audit/rules/pack-example.js';
import type { Evidence } from '../../src/model/disclosure.js';
import type { MoneyUnit } from '../../src/model/facts/money-units.js';
import type { Block, Grid } from '../../src/model/grid.js';
import type { Money } from '../../src/model/money.js';
import type { Said, Statement, StatementLine } from '../../src/model/statement.js';
import { printedMoney } from './printed-money.js';

interface Pack {
  blocks: Block[];
  statements: Statement[];
  said: Said[];
}

/**
 * The statements and the prose of a pack as the readers would give them, every value with its cell.
 * @param firstBlock how many blocks stand before them
 */
export function buildPack(
  { statements = [], said = [], prose = [] }: PackSpec,
  unit: MoneyUnit,
  firstBlock: number,
): Pack {
  const pack: Pack = { blocks: [], statements: [], said: [] };
  for (const spec of statements) {
    const block = firstBlock + pack.blocks.length;
    const grid: Grid = { kind: 'grid', table: block + 1, rows: 0, columns: 1, cells: [], certainty: 'ruled' };
    pack.blocks.push(grid);
    pack.statements.push(statementOf(spec, spec.unit ?? unit, pack.statements.length + 1, grid, block));
  }
  for (const spec of said) {
    const text = spec.sentence ?? spokenOf(spec);
    const evidence = paragraph(pack, text, firstBlock);
    pack.said.push(saidOf(spec, text, evidence));
  }
  for (const text of prose) paragraph(pack, text, firstBlock);
  return pack;
}

function paragraph({ blocks }: Pack, text: string, firstBlock: number): Evidence {
  const block = firstBlock + blocks.length;
  const place = `¶${block + 1}`;
  blocks.push({ kind: 'paragraph', text, place });
  return { place, quote: text, block, cell: null };
}

function statementOf(spec: StatementSpec, unit: MoneyUnit, id: number, grid: Grid, block: number): Statement {
  const cell = (text: string, column: number): Evidence => {
    const place = `t${block + 1} r${grid.rows} c${column}`;
    grid.columns = Math.max(grid.columns, column);
    grid.cells.push({ row: grid.rows, column, rowSpan: 1, colSpan: 1, text, place });
    return { place, quote: text, block, cell: grid.cells.length - 1 };
  };
  grid.rows = 1;
  const evidence = cell(spec.title ?? '', 1);
  const columns = spec.columns.map(([label, kind, half = 0, side = null]) => ({ label, kind, half, side }));
  const lines = spec.lines.map((line): StatementLine => {
    grid.rows += 1;
    const { half = 0, code = null, item, level = null, role = 'item', amounts } = line;
    const name = cell(item, half * 20 + 1);
    const own = columns.flatMap((column, index) => (column.half === half ? [index] : []));
    return {
      half,
      side: columns[own[0] ?? 0]?.side ?? null,
      code,
      item,
      level,
      role,
      figures: own.flatMap((column, index) => {
        const printed = amounts[index];
        if (printed === undefined) return [];
        return [
          { column, money: printedMoney(printed, unit), evidence: cell(printed, half * 20 + 2 + index) },
        ];
      }),
      evidence: name,
    };
  });
  const { kind, title = '', blank = false, partial = false } = spec;
  return { id, kind, title, unit, blank, partial, columns, lines, blocks: [block], evidence };
}

function saidOf(spec: SaidSpec, sentence: string, evidence: Evidence): Said {
  const { subject, code = null, aboutYear = null, amount, base, change, percent, count } = spec;
  return {
    subject,
    code,
    within: spec.within ?? null,
    heading: null,
    aboutYear,
    money: spoken(amount),
    base: spoken(base),
    change: change ? { money: spokenMoney(change[0]), direction: change[1] } : null,
    percent: percent ? { figure: percent[0], of: percent[1], direction: percent[2] ?? null } : null,
    count: count ? { figure: count[0], unit: count[1] } : null,
    sentence,
    evidence,
  };
}

const spoken = (printed: string | undefined): Money | null =>
  printed === undefined ? null : spokenMoney(printed);

/** Amounts of the prose carry their unit, which no table around them contradicts. */
function spokenMoney(printed: string): Money {
  const { contextUnit: _, ...money } = printedMoney(printed, '万元');
  return money;
}

const WORDS = { up: '增加', down: '减少', same: '持平' };

const spokenOf = ({ subject, aboutYear, amount, base, change, percent, count }: SaidSpec): string =>
  [
    `${aboutYear ? `${aboutYear}年` : ''}${subject}${amount ?? ''}${count?.join('') ?? ''}`,
    base ? `上年为${base}` : '',
    change ? `比上年${WORDS[change[1]]}${change[0]}` : '',
    percent
      ? `${percent[1] === 'share' ? '占' : percent[1] === 'completion' ? '完成预算的' : WORDS[percent[2] ?? 'up']}${percent[0]}%`
      : '',
  ]
    .filter((part) => part !== '')
    .join('，');
