import type { Basis } from '../../../src/model/disclosure.js';
import { parseProjectCode } from '../project-code/parse-project-code.js';
import { readYears, type YearWeight } from './read-years.js';

export interface YearClues {
  /** Titles of the form or document, the form's own first. */
  titles: readonly string[];
  /** Lines above the form: （2026年度）, 填报日期 … */
  captions: readonly string[];
  /** Paragraphs and cells in reading order. */
  texts: readonly string[];
  projectCodes?: readonly string[];
  fileName?: string;
}

export interface InferredYear {
  year: number;
  basis: Basis;
}

/**
 * The fiscal year a form is about. Titles, captions and text come before the file's name (a file named 2026 may hold 2021);
 * a project's code never names it, because a project that runs on keeps the code of its first year: it only speaks against
 * an earlier year in the file's name. Null where nothing names a year, or the best clues name several equally often.
 */
export function inferYear(clues: YearClues): InferredYear | null {
  for (const title of clues.titles) {
    const found = bestYear([title], 1);
    if (found) return { year: found.year, basis: { from: 'title', quote: title } };
  }
  const found = bestYear(clues.captions, 2) ?? bestYear(clues.texts, 2);
  if (found) return { year: found.year, basis: { from: 'text', quote: found.text } };
  return yearOfFileName(clues.fileName, clues.projectCodes ?? []);
}

/** The year named most often at the heaviest weight that does not name two equally often. */
function bestYear(texts: readonly string[], minimum: YearWeight): { year: number; text: string } | null {
  const found = texts.flatMap((text) => readYears(text).map((printed) => ({ ...printed, text })));
  for (let weight = 5; weight >= minimum; weight--) {
    const best = mostFrequent(found.filter((printed) => printed.weight === weight));
    if (best) return best;
  }
  return null;
}

/** Null on a tie. */
function mostFrequent(
  found: readonly { year: number; text: string }[],
): { year: number; text: string } | null {
  const counts = new Map<number, { count: number; text: string }>();
  for (const { year, text } of found) {
    const entry = counts.get(year) ?? { count: 0, text };
    entry.count += 1;
    counts.set(year, entry);
  }
  const [first, second] = [...counts].sort((a, b) => b[1].count - a[1].count);
  if (!first || first[1].count === second?.[1].count) return null;
  return { year: first[0], text: first[1].text };
}

/** Null where the name gives several years, or one before a project that the document holds began. */
function yearOfFileName(fileName: string | undefined, codes: readonly string[]): InferredYear | null {
  if (!fileName) return null;
  const years = [...fileName.matchAll(/(?<!\d)(20\d{2})(?!\d)/g)].map((match) => Number(match[1]));
  const [year] = years;
  if (year === undefined || years.some((other) => other !== year)) return null;
  if (codes.some((code) => (parseProjectCode(code)?.year ?? year) > year)) return null;
  return { year, basis: { from: 'file-name', quote: fileName } };
}
