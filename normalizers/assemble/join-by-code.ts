import type { Indicator } from '../../src/model/disclosure.js';
import { parseProjectCode } from '../parse/project-code/parse-project-code.js';
import type { CellAt } from '../recognize/form/ledger.js';
import { evidenceOf } from '../recognize/form/ledger.js';
import type { ProjectBook } from './assemble-projects.js';

/** An indicator of a table that tells its project by the 项目编码 only. */
export interface IndicatorWithCode {
  indicator: Indicator;
  code: CellAt;
  form: number;
}

/**
 * Gives the indicators of a table of their own the projects that another table names under the same 项目编码; a code that
 * no other table has makes a project without a name.
 */
export function joinByCode(coded: readonly IndicatorWithCode[], book: ProjectBook): void {
  const ids = new Map(book.projects.flatMap(({ id, code }) => (code ? [[code, id] as const] : [])));
  for (const { indicator, code: at, form } of coded) {
    const printed = at.cell.text.replace(/\s+/g, '');
    const code = parseProjectCode(printed)?.code ?? printed;
    const id = ids.get(code) ?? addUnnamed(book, code, at, form);
    ids.set(code, id);
    indicator.project = id;
  }
}

function addUnnamed(book: ProjectBook, code: string, at: CellAt, form: number): number {
  const evidence = evidenceOf(at);
  return book.add({
    name: '',
    namePrinted: '',
    code,
    parent: null,
    direction: null,
    values: {},
    secret: false,
    mention: {
      form,
      role: 'list',
      name: '',
      namePrinted: '',
      money: null,
      annualGoal: null,
      periodGoal: null,
      evidence: { name: evidence },
    },
    evidence: { name: evidence, code: evidence },
    budgets: [],
  }).id;
}
