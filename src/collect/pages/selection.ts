/** What is looked for on lists. */
export interface Selection {
  /** One of these stands in the title; any title where there are none. */
  titles: readonly string[];
  /** A title that names years names this one. */
  year?: number;
}

/** Titles looked for unless something else is asked. */
export const USUAL_TITLES = ['预算', '绩效', '决算'];

/** Levels of links followed, and pages of one list looked through, unless something else is asked. */
export const USUAL_REACH = { depth: 1, pages: 50 };

const YEAR = /(?<!\d)(20\d{2})(?!\d)(?!\s*[-—]?\s*\d{1,4}\s*号)/g;

/** Whether a title is one of those looked for. */
export const isSelected = (title: string, selection: Selection): boolean =>
  (selection.titles.length === 0 || selection.titles.some((word) => title.includes(word))) &&
  mayBeOfYear(title, selection);

/** Whether a title may be of the year looked for: it names that year, or none. */
export function mayBeOfYear(title: string, { year }: Selection): boolean {
  if (year === undefined) return true;
  const named = [...title.matchAll(YEAR)].map(([, digits]) => Number(digits));
  return named.length === 0 || named.includes(year);
}
