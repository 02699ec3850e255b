import { isHiddenClass } from '../../../model/facts/secrecy.js';
import { fenOf, isEmpty } from '../../figures/figure.js';
import { isPrintedSum, sumFen } from '../../figures/printed-sum.js';
import { oncePer } from '../../subjects/once-per.js';
import type { StatementSubject } from '../../subjects/statements.js';
import { type ColumnSum, columnSums } from './columns.js';
import { type LineTree, lineTrees } from './lines.js';
import type { StatementSum } from './statement-sum.js';
import { threePublicSums } from './three-public-sums.js';
import { totalSums } from './totals.js';

/**
 * Every sum a statement states. What the table itself contradicts more often than it confirms is no sum: its structure is
 * another one than it seems.
 */
export const statementSums = oncePer((subject: StatementSubject): StatementSum[] => {
  const trees = lineTrees(subject.statement);
  const named = threePublicSums(subject);
  const isNamed = ({ kind, total, parts }: StatementSum): boolean =>
    named.some(
      (sum) => sum.kind === kind && sum.total === total && parts.some((part) => sum.parts.includes(part)),
    );
  return [
    ...named,
    ...[...rowSums(subject), ...totalSums(subject, trees)].filter((sum) => !isNamed(sum)),
    ...sideSums(subject, trees),
    ...trees.flatMap((tree) => hierarchySums(subject, tree)),
  ];
});

/** So many lines must confirm what the headers leave open. */
const CONFIRMED = 3;

function rowSums(subject: StatementSubject): StatementSum[] {
  const byShape = new Map<string, ColumnSum[]>();
  for (const [index, sum] of columnSums(subject.statement).entries()) {
    const shape = sum.shape === undefined ? String(index) : `${sum.shape} ${sum.parts.length}`;
    byShape.set(shape, [...(byShape.get(shape) ?? []), sum]);
  }
  return [...byShape.values()].flatMap((alike) => sumsOfShape(alike, subject));
}

/** The sums of one shape, line by line; none where the figures speak against the shape. */
function sumsOfShape(alike: ColumnSum[], { figures }: StatementSubject): StatementSum[] {
  const byColumn = alike.map(({ total, parts }) =>
    figures.flatMap((row): StatementSum[] => {
      const whole = row[total];
      const own = parts.flatMap((part) => row[part] ?? []);
      const isMet = whole && own.length === parts.length ? isPrintedSum(whole, own) : null;
      return whole && isMet !== null ? [{ kind: 'row', total: whole, parts: own, isMet, doubts: [] }] : [];
    }),
  );
  const sums = byColumn.flat();
  const met = sums.filter(({ isMet }) => isMet);
  const failed = sums.length - met.length;
  const telling = met.filter((sum) => isTelling(sum)).length;
  const isBorneOut = byColumn.some((own) => own.every(({ isMet }) => isMet) && own.some(isTelling));
  const isAccepted = alike.every(({ isSure }) => isSure)
    ? failed <= met.length || sums.length === 1 || isBorneOut
    : telling >= CONFIRMED && failed * 4 <= telling;
  if (!isAccepted) return [];
  const blankable = new Set(
    met.flatMap((sum) => sum.parts.flatMap(({ money }, at) => (isEmpty(money) ? at : []))),
  );
  return sums.map((sum) => ({ ...sum, doubts: blankDoubts(sum, blankable) }));
}

/** A blank that no other line has in its column may be a figure that was not read. */
function blankDoubts({ isMet, total, parts }: StatementSum, blankable: Set<number>): string[] {
  const isLess = sumFen(parts) < (fenOf(total) ?? 0);
  const isBlank = parts.some(({ money }, at) => isEmpty(money) && !blankable.has(at));
  return !isMet && isLess && isBlank ? ['有分项空白，别的行都不空'] : [];
}

/** Two parts at least that are not 0: more than one figure printed twice. */
const isTelling = ({ parts }: Pick<StatementSum, 'parts'>): boolean =>
  parts.filter((part) => (fenOf(part) ?? 0) !== 0).length >= 2;

/** The last totals of the halves of a statement of income and expenditure. */
function sideSums({ statement, figures }: StatementSubject, trees: LineTree[]): StatementSum[] {
  if (statement.kind !== 'income-expenditure' && statement.kind !== 'fiscal') return [];
  const ends = trees.flatMap((tree) => {
    const last = tree.lines.filter((index) => tree.line(index).role === 'total').at(-1);
    const side = last === undefined ? null : tree.line(last).side;
    const figure = (last === undefined ? [] : (figures[last] ?? [])).find(
      (each, column) => each && statement.columns[column]?.half === tree.half,
    );
    return figure && side ? [{ side, figure }] : [];
  });
  const income = ends.find(({ side }) => side === 'income')?.figure;
  const spending = ends.filter(({ side }) => side === 'expenditure');
  return spending.flatMap(({ figure }): StatementSum[] => {
    const isMet = income ? isPrintedSum(income, [figure]) : null;
    return income && isMet !== null
      ? [{ kind: 'sides', total: income, parts: [figure], isMet, doubts: [] }]
      : [];
  });
}

function hierarchySums({ figures, statement }: StatementSubject, tree: LineTree): StatementSum[] {
  const sums = [...tree.children].flatMap(([parent, children]) =>
    statement.columns.flatMap((_, column): StatementSum[] => {
      const total = figures[parent]?.[column];
      const parts = children.flatMap((child) => figures[child]?.[column] ?? []);
      const isMet = total ? isPrintedSum(total, parts) : null;
      if (!total || isMet === null) return [];
      const isLess = sumFen(parts) < (fenOf(total) ?? 0);
      const isHidden = isLess && isHiddenClass(tree.line(parent).code ?? '');
      return [{ kind: 'hierarchy', total, parts, isMet, doubts: [], ...(isHidden ? { isHidden } : {}) }];
    }),
  );
  const open = sums.filter(({ isHidden }) => !isHidden);
  const met = open.filter(({ isMet }) => isMet);
  const telling = met.filter(isTelling).length;
  const failed = open.length - met.length;
  const isAccepted = tree.byCode ? failed <= met.length : telling >= CONFIRMED && failed * 4 <= telling;
  return isAccepted ? sums : [];
}
