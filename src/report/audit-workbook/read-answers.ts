import { read, utils, type WorkSheet } from '@e965/xlsx';
import { REVIEW_STATE_TEXT, REVIEW_STATES, type ReviewState, reviewState } from '../../model/review.js';
import { ANSWER_COLUMNS, type AnswerField } from './answer-columns.js';

/** One answered row of a workbook that came back. */
export interface WorkbookAnswer {
  /** Where it stands: `清单 第 7 行`. */
  at: string;
  fingerprint: string;
  state: ReviewState;
  comment: string | null;
  who: string | null;
  /** `at` of the review the reviewer saw, null where he saw none; undefined where the workbook does not say. */
  basedOn: string | null | undefined;
}

export interface AnswerSheet {
  answers: WorkbookAnswer[];
  /** Rows that were not understood, in Chinese, each with its place. */
  problems: string[];
  /** Whether any sheet has the columns of an answer at all. */
  found: boolean;
}

/** The header stands within the first rows of a sheet. */
const HEADER_ROWS = 20;

type Columns = Partial<Record<AnswerField, number>>;
type Lines = Map<number, Map<number, string>>;

/**
 * Reads the reviewer's answers out of a workbook (any format SheetJS knows) by the names of its columns: rows may be sorted,
 * filtered or deleted, columns moved and added, sheets split. Rows without state and comment are unanswered.
 * @throws Error when the bytes are no workbook
 */
export function readAnswers(bytes: Uint8Array): AnswerSheet {
  const workbook = read(bytes, { type: 'array', raw: true, cellFormula: false, cellHTML: false });
  const result: AnswerSheet = { answers: [], problems: [], found: false };
  for (const name of workbook.SheetNames) {
    const worksheet = workbook.Sheets[name];
    const lines = worksheet ? linesOf(worksheet) : new Map();
    const header = headerOf(lines);
    if (!header) continue;
    result.found = true;
    for (const [row, line] of lines) {
      if (row > header.row) readRow(`${name} 第 ${row + 1} 行`, line, header.columns, result);
    }
  }
  return withoutContradictions(result);
}

/** Text of the cells that exist, by row and column; the range a sheet claims can be far larger. */
function linesOf(worksheet: WorkSheet): Lines {
  const lines: Lines = new Map();
  for (const address of Object.keys(worksheet).filter((key) => !key.startsWith('!'))) {
    const cell: unknown = worksheet[address];
    const text = cell instanceof Object && 'v' in cell ? String(cell.v ?? '').trim() : '';
    if (text === '') continue;
    const { r, c } = utils.decode_cell(address);
    const line = lines.get(r) ?? new Map<number, string>();
    lines.set(r, line.set(c, text));
  }
  return new Map([...lines].sort(([a], [b]) => a - b));
}

function headerOf(lines: Lines): { row: number; columns: Columns } | null {
  for (const [row, line] of lines) {
    if (row >= HEADER_ROWS) return null;
    const columns: Columns = {};
    for (const [column, text] of line) {
      const field = fieldNamed(text);
      if (field) columns[field] ??= column;
    }
    if (columns.fingerprint !== undefined && columns.state !== undefined) return { row, columns };
  }
  return null;
}

const FIELDS = Object.keys(ANSWER_COLUMNS) as AnswerField[];

const fieldNamed = (header: string): AnswerField | undefined => {
  const name = header.replace(/\s/g, '').toLowerCase();
  return FIELDS.find((field) => (ANSWER_COLUMNS[field] as readonly string[]).includes(name));
};

function readRow(at: string, line: Map<number, string>, columns: Columns, result: AnswerSheet): void {
  const text = (field: AnswerField): string | null => {
    const column = columns[field];
    return column === undefined ? null : (line.get(column) ?? null);
  };
  const [fingerprint, printed, comment] = [text('fingerprint'), text('state'), text('comment')];
  if (printed === null && comment === null) return;
  if (fingerprint === null) return void result.problems.push(`${at}：没有疑点指纹，不知道是哪一条`);
  if (printed === null) return void result.problems.push(`${at}：有处理意见，没有处理状态`);
  const state = reviewState(printed);
  if (!state) {
    const titles = REVIEW_STATES.map((each) => REVIEW_STATE_TEXT[each].title).join('、');
    return void result.problems.push(`${at}：不认识的处理状态“${printed}”，应为 ${titles}`);
  }
  const basedOn = columns.basedOn === undefined ? undefined : text('basedOn');
  result.answers.push({ at, fingerprint, state, comment, who: text('who'), basedOn });
}

/** Leaves out answers on one finding that differ from each other; equal ones count once. */
function withoutContradictions({ answers, problems, found }: AnswerSheet): AnswerSheet {
  const byFinding = new Map<string, WorkbookAnswer[]>();
  for (const answer of answers) {
    byFinding.set(answer.fingerprint, [...(byFinding.get(answer.fingerprint) ?? []), answer]);
  }
  const kept: WorkbookAnswer[] = [];
  const contradictions: string[] = [];
  for (const same of byFinding.values()) {
    const [first, ...others] = same;
    if (!first) continue;
    const agree = others.every(({ state, comment }) => state === first.state && comment === first.comment);
    if (agree) kept.push(first);
    else contradictions.push(`${same.map(({ at }) => at).join('、')}：同一疑点的结论互相矛盾，均未采用`);
  }
  return { answers: kept, problems: [...problems, ...contradictions], found };
}
