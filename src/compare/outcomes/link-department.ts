import type { CycleRows, DepartmentLinks } from '../../model/cycle.js';
import { linkedPapers } from '../links/linked-papers.js';
import { papersOf } from '../links/papers.js';
import { outcomesOf } from './outcomes-of.js';

/** What of a department's papers is the same thing, and what became of every promised indicator. */
export function linkDepartment(
  rows: Pick<CycleRows, 'projects' | 'indicators' | 'decisions'>,
): DepartmentLinks {
  const papers = papersOf(rows);
  const linked = linkedPapers(papers, rows.decisions);
  return {
    projects: linked.flatMap(({ projects }) => projects),
    indicators: linked.flatMap(({ indicators }) => indicators),
    outcomes: outcomesOf(papers, linked),
  };
}
