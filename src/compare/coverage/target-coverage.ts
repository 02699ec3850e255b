import type { StatementKind } from '../../model/statement.js';
import type { StatementRows } from '../../model/statement-comparison.js';
import { comparedLines } from '../statements/compared-kinds.js';
import { mainFigures, type PaidItem } from '../statements/main-figures.js';

/** A project of a disclosure, with a form of its own or in a list only. */
export interface CoveredProject {
  amountFen: number | null;
  hasForm: boolean;
}

/** Projects of one sort; `unknown` of them print no amount and are not in `fen`. */
export interface CoveredPart {
  projects: number;
  fen: number;
  unknown: number;
}

/** How much of a department's 项目支出 its project forms stand for. */
export interface TargetCoverage {
  /** What the statements say 项目支出 is, and the kind of statement that says so; null where none does. */
  spending: { figure: PaidItem; kind: StatementKind; title: string } | null;
  withForm: CoveredPart;
  withoutForm: CoveredPart;
  /** Of the spending neither projects with a form nor others account for; null where the spending is unknown. */
  uncoveredFen: number | null;
  /** By how much the projects exceed the spending; 0 where they do not. */
  excessFen: number;
}

/** Statements that say what all projects cost, the most telling first: the last ones leave funds out. */
const SAY_SPENDING: readonly [StatementKind, line: string][] = [
  ['expenditure', 'project'],
  ['income-expenditure', 'project'],
  ['project-expenditure', 'total'],
  ['general-public', 'project'],
];

/** The statements' 项目支出 beside the sums of the projects. @param rows of one disclosure or more of one edition */
export function targetCoverage(
  { statements, items }: Pick<StatementRows, 'statements' | 'items'>,
  projects: readonly CoveredProject[],
): TargetCoverage {
  const spending = spendingOf({ statements, items });
  const withForm = partOf(projects.filter(({ hasForm }) => hasForm));
  const withoutForm = partOf(projects.filter(({ hasForm }) => !hasForm));
  const rest = spending && spending.figure.amountFen - withForm.fen - withoutForm.fen;
  return {
    spending,
    withForm,
    withoutForm,
    uncoveredFen: rest && Math.max(0, rest),
    excessFen: rest !== null && rest < 0 ? -rest : 0,
  };
}

function spendingOf({
  statements,
  items,
}: Pick<StatementRows, 'statements' | 'items'>): TargetCoverage['spending'] {
  for (const [kind, name] of SAY_SPENDING) {
    const line = comparedLines(kind).findIndex((each) => each.name === name);
    for (const statement of statements.filter((each) => each.kind === kind)) {
      const own = items.filter((item) => item.statement === statement.id);
      const main = mainFigures(kind, own, statement)[line];
      if (main) return { figure: main.figure, kind, title: statement.title };
    }
  }
  return null;
}

function partOf(projects: readonly CoveredProject[]): CoveredPart {
  const amounts = projects.flatMap(({ amountFen }) => amountFen ?? []);
  return {
    projects: projects.length,
    fen: amounts.reduce((sum, each) => sum + each, 0),
    unknown: projects.length - amounts.length,
  };
}
