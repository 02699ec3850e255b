import type { ComparedPersons, PersonsRow } from '../../model/statement-comparison.js';
import { TOTALS } from './compared-kinds.js';
import { plainName } from './plain-name.js';

/** What numbers of persons are called, the ones who are paid first; 人数 alone stands in columns of statements. */
const KINDS: readonly RegExp[] = [
  /在职|在编在岗/,
  /实有|在编|在岗|年末人数/,
  /编制|核定/,
  /(?:^|\/)(?:职工|人员)?人数(?:合计|小计|\(人\)|（人）)?$/,
];
const OTHERS =
  /离休|退休|离退|遗属|学生|临时|聘用|培训|参训|接待|来宾|出国|出境|团组|会议|参会|受益|服务对象|增加|减少/;
const COUNT = /^(\d{1,6})(?:\.0+)?(?:人|名)?$/;

/** The number of persons of a disclosure; null where it prints none, or several that differ under the best name. */
export function personsOf(rows: readonly PersonsRow[]): ComparedPersons | null {
  const counted = wholeOffices(rows).flatMap((row) => {
    const count = COUNT.exec(row.printed.normalize('NFKC').replace(/[\s,]/g, ''))?.[1];
    const rank = KINDS.findIndex((kind) => kind.test(row.label));
    return count === undefined || Number(count) === 0 || rank < 0 || OTHERS.test(row.label)
      ? []
      : [{ row, rank, count: Number(count) }];
  });
  const best = Math.min(...counted.map(({ rank }) => rank));
  const ofBest = counted.filter(({ rank }) => rank === best);
  const [first] = ofBest;
  if (!first || ofBest.some(({ count }) => count !== first.count)) return null;
  const { label, row, place } = first.row;
  return { count: first.count, label, row, place };
}

/** Of a column of a statement the row that sums the others, or the only one. */
function wholeOffices(rows: readonly PersonsRow[]): PersonsRow[] {
  const isTotal = ({ item }: PersonsRow): boolean => item !== null && TOTALS.has(plainName(item));
  return rows.filter(
    (row) =>
      row.item === null || isTotal(row) || rows.every((each) => each === row || each.label !== row.label),
  );
}
