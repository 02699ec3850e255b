import { SETTINGS } from '../similar-settings.js';

/** How names of parts lie in the name of a whole. */
export interface PartsQuestion<T> {
  /** Share (0 … 1) of the part's name that stands in the name of the whole. */
  coverage: (part: T, whole: T) => number;
  /** Share (0 … 1) of the name of the whole that stands in the names of the parts together. */
  coverageOfAll: (whole: T, parts: readonly T[]) => number;
  /** Whether two things can be parts of one: they are not one thing in the same words. */
  areDifferent: (a: T, b: T) => boolean;
  mayBeOne: (before: T, after: T) => boolean;
  /** Amount or quantity; null where there is none. */
  figureOf: (item: T) => number | null;
}

/** One thing of one paper that is several of the other. */
export interface Parts<T> {
  whole: T;
  parts: T[];
  /** The whole stands in the earlier paper. */
  isSplit: boolean;
}

/**
 * Things that became several and several that became one: every part's name stands in the whole's, and together they say what it
 * says. Where all have figures and the parts' are more than twice the whole's, it is no splitting.
 */
export function findParts<T>(
  before: readonly T[],
  after: readonly T[],
  question: PartsQuestion<T>,
): Parts<T>[] {
  const used = new Set<T>();
  const found: Parts<T>[] = [];
  const look = (wholes: readonly T[], others: readonly T[], isSplit: boolean): void => {
    for (const whole of wholes) {
      if (used.has(whole)) continue;
      const parts = partsOf(
        whole,
        others.filter((other) => !used.has(other)),
        isSplit,
        question,
      );
      if (parts.length < 2) continue;
      for (const item of [whole, ...parts]) used.add(item);
      found.push({ whole, parts, isSplit });
    }
  };
  look(before, after, true);
  look(after, before, false);
  return found;
}

function partsOf<T>(whole: T, others: readonly T[], isSplit: boolean, question: PartsQuestion<T>): T[] {
  const { coverage, coverageOfAll, areDifferent, mayBeOne, figureOf } = question;
  const held = others.filter(
    (part) =>
      (isSplit ? mayBeOne(whole, part) : mayBeOne(part, whole)) && coverage(part, whole) >= SETTINGS.linkPart,
  );
  const parts = held.filter((part) => held.every((other) => other === part || areDifferent(part, other)));
  const figures = parts.map(figureOf);
  const total = figureOf(whole);
  const sum = figures.reduce<number>((all, figure) => all + (figure ?? 0), 0);
  const isTooMuch = total !== null && figures.every((figure) => figure !== null) && sum > 2 * total;
  return isTooMuch || coverageOfAll(whole, parts) < SETTINGS.linkWhole ? [] : parts;
}
