import Big from 'big.js';
import type { Evidence, ExecutionLine, ScoreTotal } from '../../model/disclosure.js';
import type { OperandDraft } from '../verdicts/operand.js';
import type { FormEntry } from './subject.js';

/** A row of a self-evaluation that counts towards its total, weight and score as printed. */
export interface ScoredRow {
  name: string;
  /** Null too where the cell of a row above counts for this one. */
  weight: string | null;
  score: string | null;
  /** A merged cell gives it no score of its own. */
  isCovered: boolean;
  weightCell: OperandDraft;
  scoreCell: OperandDraft;
}

export const isFigure = (text: string | null): text is string => text !== null && /^\d+(\.\d+)?$/.test(text);

const TOTAL_LINE = /(总额|总计|合计)$/;
const EXECUTION = /(预算|资金)?(执行|支出)(率|进度)/;
/** 合计 among the indicators sums the rows; it is none of them. */
const SUM_NAME = /^(小计|合计|总计|总分|得分|总得分|合计得分|分值合计|权重合计)$/;

/** The rows of indicators; a cell merged over several of them counts once. */
export function indicatorRows({ indicators, reading }: FormEntry): ScoredRow[] {
  const seen = new Set<string>();
  const isFirst = (field: string, cell: Evidence | undefined): boolean => {
    if (!cell || cell.cell === null) return true;
    const key = `${field} ${cell.block} ${cell.cell}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  return indicators
    .filter(({ name }) => !SUM_NAME.test(name.replace(/\s/g, '')))
    .map(({ name, weight, score, evidence }) => {
      const [ownWeight, ownScore] = [isFirst('weight', evidence.weight), isFirst('score', evidence.score)];
      return {
        name,
        weight: ownWeight ? weight : null,
        score: ownScore ? score : null,
        isCovered: !ownWeight || !ownScore,
        weightCell: { label: name, evidence: evidence.weight ?? evidence.name, form: reading },
        scoreCell: { label: name, evidence: evidence.score ?? evidence.name, form: reading },
      };
    });
}

/** The line of the whole money; the only line where there is but one. */
export function totalLine({ execution }: FormEntry): ExecutionLine | null {
  const [line, another] = execution.filter(({ category }) => TOTAL_LINE.test(category));
  if (line) return another ? null : line;
  return execution.length === 1 ? (execution[0] ?? null) : null;
}

/** The execution rate's own weight and score, once: those of the total's line, else of the first line that prints any. */
function executionRow({ execution, reading }: FormEntry): ScoredRow | null {
  const printed = execution.filter(({ weight, score }) => isFigure(weight) || isFigure(score));
  const line = printed.find(({ category }) => TOTAL_LINE.test(category)) ?? printed[0];
  const cell = line?.evidence.score ?? line?.evidence.weight ?? line?.evidence.rate;
  if (!line || !cell) return null;
  const { category, weight, score, evidence } = line;
  const operand = { label: `预算执行率（${category}）`, form: reading };
  return {
    name: operand.label,
    weight,
    score,
    isCovered: false,
    weightCell: { ...operand, evidence: evidence.weight ?? cell },
    scoreCell: { ...operand, evidence: cell },
  };
}

/** The execution rate's own row, and whether an indicator of the rows prints it again. */
export function executionBeside(
  entry: FormEntry,
  rows: readonly ScoredRow[],
): { row: ScoredRow; isAgain: boolean } | null {
  const execution = executionRow(entry);
  return execution && { row: execution, isAgain: rows.some((row) => isExecutionAgain(row, execution)) };
}

const isExecutionAgain = (row: ScoredRow, execution: ScoredRow): boolean =>
  EXECUTION.test(row.name) && row.weight !== null && execution.weight !== null
    ? new Big(row.weight).eq(execution.weight)
    : EXECUTION.test(row.name);

/** The row of the whole among the printed totals: the one with the largest full mark (小计 of a level has less). */
export function totalRow({ scoreTotals }: FormEntry): ScoreTotal | null {
  const mark = ({ weight, score }: ScoreTotal): number => Number(isFigure(weight) ? weight : (score ?? 0));
  return scoreTotals
    .filter(({ weight, score }) => isFigure(weight) || isFigure(score))
    .reduce<ScoreTotal | null>((most, next) => (most && mark(most) > mark(next) ? most : next), null);
}

/** A rate of zero beside a dash, or where only another line is scored, is what the blank form prints. */
export function isBlankRate(line: ExecutionLine, lines: ExecutionLine[]): boolean {
  const { rate, weight, score, evidence } = line;
  if (rate === null || Number(rate) !== 0 || isFigure(weight) || isFigure(score)) return false;
  const dashed = [evidence.weight, evidence.score].some((cell) => cell && /^[\s\-－—–/]+$/.test(cell.quote));
  return dashed || lines.some((other) => isFigure(other.weight) || isFigure(other.score));
}

/** Σ of the figures of one column. */
export const sumOf = (rows: ScoredRow[], column: 'weight' | 'score'): Big =>
  rows.reduce((sum, row) => {
    const figure = row[column];
    return isFigure(figure) ? sum.plus(figure) : sum;
  }, new Big(0));
