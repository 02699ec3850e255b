import {
  type CoveredProject,
  type TargetCoverage,
  targetCoverage,
} from '../compare/coverage/target-coverage.js';
import { groupBy } from '../compare/group-by.js';
import { mainFigures, type PaidItem, takenFrom } from '../compare/statements/main-figures.js';
import type { StatementRow, StatementRows, TakenFrom } from '../model/statement-comparison.js';

export type { TargetCoverage };

/** A statement with the figure of its first line (合计, 收入总计); null where it has none, or it is not clear which it is. */
export interface ListedStatement extends StatementRow {
  total: PaidItem | null;
  /** Where the total stands, if nothing printed says that it is one. */
  taken: TakenFrom | null;
}

/** What one edition of a department has of statements, and how its project forms stand beside them. */
export interface DepartmentStatements {
  statements: ListedStatement[];
  coverage: TargetCoverage;
}

export function departmentStatements(
  { statements, items }: Pick<StatementRows, 'statements' | 'items'>,
  projects: readonly CoveredProject[],
): DepartmentStatements {
  const itemsOf = groupBy(items, ({ statement }) => statement);
  return {
    statements: statements.map((row) => {
      const [total] = mainFigures(row.kind, itemsOf.get(row.id) ?? [], row);
      return { ...row, total: total?.figure ?? null, taken: total ? takenFrom(total) : null };
    }),
    coverage: targetCoverage({ statements, items }, projects),
  };
}
