/**
 * What a year of a sentence is named for: `budget` the year whose budget, account or money the sentence states · `compared` behind
 * 比, 较, 与 · `date` a day, the end or the beginning of a year, a span · `other`
 */
export type YearUse = 'budget' | 'compared' | 'date' | 'other';

export interface NamedYear {
  year: number;
  use: YearUse;
  /** Where it begins in the text. */
  index: number;
}

const YEAR = /(?<![\d.〔[])(20\d{2})\s*年?(?:度)?/g;
const COMPARED_BEFORE = /(?:比|较|与|同|和|自|从|以|至|到|由|对)\s*$/;
const DATE_AFTER = /^\s*(?:\d{1,2}\s*月|底|末|初|以来|以后|以前|之前|之后|[-—~至到]\s*20\d{2})/;
const DATE_BEFORE = /(?:截[至止]|20\d{2}\s*年?\s*[-—~至到])\s*$/;
const COMPARED_AFTER = /^(?:的)?(?:相比|相较|结转|(?:预算|决算|执行)?数?(?:相比|增加|减少|持平))/;
const BUDGET_AFTER = /^[^。；;]{0,40}?(?:预算|决算|收入|支出|收支|“三公”|经费|采购|安排|财政拨款)/;

/**
 * The years a sentence or paragraph names, in their order, each with what it is named for. A heading names none: the caller leaves those out. For
 * sentences that speak of the budget's year and name another.
 */
export function yearsNamed(text: string): NamedYear[] {
  return [...text.matchAll(YEAR)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 60);
    const isYear = /年/.test(match[0]) || COMPARED_BEFORE.test(before);
    if (!isYear) return [];
    return [{ year: Number(match[1]), use: useOf(before, after), index: match.index }];
  });
}

function useOf(before: string, after: string): YearUse {
  if (DATE_AFTER.test(after) || DATE_BEFORE.test(before)) return 'date';
  if (COMPARED_BEFORE.test(before) || COMPARED_AFTER.test(after)) return 'compared';
  return BUDGET_AFTER.test(after) ? 'budget' : 'other';
}
