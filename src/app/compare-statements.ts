import { compareStatements } from '../compare/statements/compare-statements.js';
import { COMPARED_KINDS, statementKindNamed } from '../compare/statements/compared-kinds.js';
import { UserError } from '../model/facts/user-error.js';
import type { SubjectFilter } from '../model/filters.js';
import type { ComparisonRows } from '../model/ports/comparison-rows.js';
import { STATEMENT_KINDS, type StatementKind } from '../model/statement.js';
import type { StatementComparison } from '../model/statement-comparison.js';

export { COMPARED_KINDS };

/** The kind of statement the words mean: its id, its title, or a short word. @throws UserError on words that mean none */
export function comparedKind(words: string): StatementKind {
  const kind = statementKindNamed(words);
  if (kind !== null) return kind;
  const known = COMPARED_KINDS.map((each) => STATEMENT_KINDS[each]).join('、');
  throw new UserError(`没有能并列比较的预算表“${words}”；可用：${known}（也可以写 三公、支出总表 等短名）`, {
    unknown: { word: words, known: COMPARED_KINDS.flatMap((each) => [STATEMENT_KINDS[each], each]) },
  });
}

/**
 * The statements of one kind of a store side by side.
 * @param most so many at most, by place; all by default
 */
export async function statementsCompared(
  rows: ComparisonRows,
  kind: StatementKind,
  filter: SubjectFilter,
  most?: number,
): Promise<StatementComparison> {
  return compareStatements(kind, await rows.statementRows({ ...filter, kind }, most));
}
