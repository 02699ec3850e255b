import type { Said } from '../../../model/statement.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFigure } from '../../figures/format.js';
import { lastPlace } from '../../figures/printed-sum.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { saidFigure } from './said-facts.js';

/** A change the prose states of an amount. */
export interface SaidChange {
  said: Said;
  amount: Figure;
  /** Its printed difference; 持平 prints none. */
  change: Figure;
  /** In fen, less than nothing where it fell. */
  fen: number;
  /** One in the last place of the difference, in fen; nothing for 持平. */
  place: number;
  /** What it is compared with: words and years that tell one base from another (`决算`, `2024`). */
  base: string[];
}

/** The change of a sentence that prints amount and difference; null where either was not read. */
export function saidChange(said: Said, disclosure: DisclosureSubject): SaidChange | null {
  const amount = saidFigure(said, said.money, disclosure);
  const change = saidFigure(said, said.change?.money ?? null, disclosure);
  const direction = said.change?.direction;
  if (!amount || !change || !direction || !fenOf(amount)) return null;
  const printed = direction === 'same' ? 0 : fenOf(change);
  if (printed === null) return null;
  const { unit, decimals } = change.money;
  return {
    said,
    amount,
    change,
    fen: direction === 'down' ? -printed : printed,
    place: unit === null || direction === 'same' ? 0 : lastPlace(unit, decimals ?? 0),
    base: basesOf(said),
  };
}

const COMPARISON =
  /(?:比|较|与|同|和)[^，,。；;：:]{0,24}?(?=增|减|下降|上升|提高|降低|持平|一致|相同|相比|压)/g;
const BASE = /执行|决算|年初|调整|完成|同口径|可比|20\d\d/g;

/** What the comparison before the difference names; where the difference is printed twice, of all comparisons. */
function basesOf({ sentence, change }: Said): string[] {
  const text = sentence.replace(/\s+/g, '');
  const parts = text.split(change?.money.printed.replace(/\s+/g, '') ?? '');
  const before = parts.length === 2 ? (parts[0] ?? '') : text;
  const found = before.match(COMPARISON) ?? [];
  const own = parts.length === 2 ? found.slice(-1) : found;
  return own.flatMap((words) => words.match(BASE) ?? []).sort();
}

/** Whether two changes may be over one base: no word or year of one that the other lacks, years left out at will. */
export function haveOneBase(one: SaidChange, other: SaidChange): boolean {
  const words = ({ base }: SaidChange): string => base.filter((word) => !YEAR.test(word)).join();
  const years = ({ base }: SaidChange): string => base.filter((word) => YEAR.test(word)).join();
  const [some, others] = [years(one), years(other)];
  return words(one) === words(other) && (some === '' || others === '' || some === others);
}

const YEAR = /^20/;

/** `增加129.07万元`, `减少3万元`, `持平`. */
export const showChange = ({ said, change }: SaidChange): string =>
  said.change?.direction === 'same'
    ? '持平'
    : `${said.change?.direction === 'down' ? '减少' : '增加'}${showFigure(change)}`;
