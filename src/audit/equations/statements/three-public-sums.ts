import { type Figure, fenOf, isEmpty } from '../../figures/figure.js';
import { isPrintedSum, sumFen } from '../../figures/printed-sum.js';
import { plainItem, type StatementSubject } from '../../subjects/statements.js';
import type { StatementSum } from './statement-sum.js';
import { type NamedPlace, type PartName, threePublicGroups } from './three-public-groups.js';

/**
 * What the names of the table of 三公 define: 合计 = 因公出国（境） + 公务接待 + 公务用车, and 公务用车 = 购置 + 运行, along a line or down a
 * column, of every year. A 合计 that does not say 三公 may hold 会议费 and 培训费 as well. A blank is 0. None where the table contradicts
 * its names more often than it confirms them.
 */
export function threePublicSums(subject: StatementSubject): StatementSum[] {
  const { statement } = subject;
  if (statement.kind !== 'three-public') return [];
  const { figures } = subject;
  const columns = statement.columns.map(
    ({ label, kind, half }, at): NamedPlace => ({
      at,
      path: [String(half), ...label.split('/')],
      isAmount: !NO_SUMS.has(kind) && !RATE.test(label),
    }),
  );
  const lines = statement.lines.map(
    ({ item, role, half }, at): NamedPlace => ({
      at,
      path: [String(half), plainItem(item) || (role === 'total' ? '合计' : '')],
      isAmount: true,
    }),
  );
  const along = threePublicGroups(columns).flatMap((group) =>
    figures.flatMap((row) => sumsOf('row', group, (at) => row[at] ?? null)),
  );
  const down = threePublicGroups(lines).flatMap((group) =>
    columns
      .filter(({ isAmount }) => isAmount)
      .flatMap(({ at: column }) => sumsOf('total', group, (at) => figures[at]?.[column] ?? null)),
  );
  return [...borneOut(along), ...borneOut(down)];
}

const NO_SUMS: ReadonlySet<string> = new Set(['change', 'person', 'item-code']);
const RATE = /增减|比例|比率|幅度|[%％]/;

type Group = ReturnType<typeof threePublicGroups>[number];

function sumsOf(
  kind: 'row' | 'total',
  group: Group,
  figureAt: (at: number) => Figure | null,
): StatementSum[] {
  const total = figureAt(group.total);
  if (!total || fenOf(total) === null) return [];
  const figuresIn = (names: readonly PartName[]): (Figure | null)[] =>
    names.flatMap((name) => (group.parts.get(name) ?? []).map(figureAt));
  const choices = group.choices.map(figuresIn);
  const known = (cells: (Figure | null)[]): Figure[] => cells.flatMap((cell) => cell ?? []);
  const found = choices.find((cells) => isPrintedSum(total, known(cells)) === true);
  const [cells] = found ? [found] : choices;
  const parts = known(cells ?? []);
  const isMet = isPrintedSum(total, parts);
  if (isMet === null) return [];
  const printed = parts.filter(({ money }) => !isEmpty(money));
  const isLess = sumFen(parts) < (fenOf(total) ?? 0);
  const doubts = [
    ...(isLess && group.lacks ? [`表中没有${group.lacks}`] : []),
    ...(isLess && printed.length < (cells?.length ?? 0) ? ['有分项空白'] : []),
  ];
  return [{ kind, total, parts, isMet, doubts: isMet ? [] : doubts }];
}

/** Sums whose figures do not speak against the names; lines of one department and its only unit print the same once more. */
function borneOut(sums: StatementSum[]): StatementSum[] {
  const distinct = (isMet: boolean): number =>
    new Set(
      sums
        .filter((sum) => sum.isMet === isMet && sumFen(sum.parts) > 0)
        .map(({ total, parts }) => [total, ...parts].map(fenOf).join()),
    ).size;
  return distinct(false) <= Math.max(1, distinct(true)) ? sums : [];
}
