import type { LinkGround, Tie } from '../../model/cycle.js';
import { groupBy } from '../group-by.js';
import { SETTINGS } from '../similar-settings.js';
import { findParts, type PartsQuestion } from './find-parts.js';

/** Something of the earlier paper that is something of the later one. */
export interface Linked<T> extends Tie {
  before: T;
  after: T;
}

/** How sure it is that two things are one; null: they are not. */
export interface LinkEvidence {
  by: LinkGround;
  likeness: number;
  /** The larger, the sooner they are put together. */
  score: number;
  sure: boolean;
}

/** What is known of the things of two papers. */
export interface PapersQuestion<T> extends PartsQuestion<T> {
  before: readonly T[];
  after: readonly T[];
  /** Things with a key in common are compared first, and with nothing else where one of them is the same. */
  keysOf: (item: T, isAfter: boolean) => readonly string[];
  /** The names are the same but for what every name has. */
  isSameName: (before: T, after: T) => boolean;
  compare: (before: T, after: T) => LinkEvidence | null;
}

interface Candidate<T> extends LinkEvidence {
  before: T;
  after: T;
}

/**
 * Puts the things of two papers together: those with a code or name in common one to one, then what was split or merged, then
 * the most alike ones. Each stands in one link, but for the parts of a whole. Comparisons: those without a common key, before ×
 * after.
 */
export function linkPapers<T>(question: PapersQuestion<T>): Linked<T>[] {
  const { before, after } = question;
  const keyed = pairsOf(keyedCandidates(question));
  const linked = keyed.map((pair) => tied(question, pair));
  const used = new Set<T>(keyed.flatMap((pair) => [pair.before, pair.after]));
  const isFree = (item: T): boolean => !used.has(item);
  for (const { whole, parts, isSplit } of findParts(before.filter(isFree), after.filter(isFree), question)) {
    for (const item of [whole, ...parts]) used.add(item);
    for (const part of parts) {
      linked.push({
        before: isSplit ? whole : part,
        after: isSplit ? part : whole,
        relation: isSplit ? 'split' : 'merged',
        by: 'parts',
        likeness: question.coverage(part, whole),
        doubtful: true,
      });
    }
  }
  const rest = after.filter(isFree);
  const candidates = before
    .filter(isFree)
    .flatMap((old) => rest.flatMap((young) => candidateOf(question, old, young)));
  for (const pair of pairsOf(candidates)) {
    const rivals = candidates.filter(
      (each) =>
        each !== pair &&
        (each.before === pair.before || each.after === pair.after) &&
        each.score > pair.score - SETTINGS.linkClose,
    );
    linked.push(tied(question, rivals.length > 0 ? { ...pair, sure: false } : pair));
  }
  return linked;
}

function keyedCandidates<T>(question: PapersQuestion<T>): Candidate<T>[] {
  const keys = (items: readonly T[], isAfter: boolean): { key: string; item: T }[] =>
    items.flatMap((item) => question.keysOf(item, isAfter).map((key) => ({ key, item })));
  const later = groupBy(keys(question.after, true), ({ key }) => key);
  const met = new Map<T, Set<T>>();
  const candidates: Candidate<T>[] = [];
  for (const { key, item } of keys(question.before, false)) {
    const seen = met.get(item) ?? new Set<T>();
    met.set(item, seen);
    for (const other of later.get(key) ?? []) {
      if (seen.has(other.item)) continue;
      seen.add(other.item);
      for (const candidate of candidateOf(question, item, other.item)) {
        if (candidate.score >= 1) candidates.push(candidate);
      }
    }
  }
  return candidates;
}

function candidateOf<T>({ compare }: PapersQuestion<T>, before: T, after: T): Candidate<T>[] {
  const evidence = compare(before, after);
  return evidence === null ? [] : [{ ...evidence, before, after }];
}

/** Each thing at most once, the highest scores first; equal ones in the order given. */
function pairsOf<T>(candidates: readonly Candidate<T>[]): Candidate<T>[] {
  const used = new Set<T>();
  return candidates
    .toSorted((a, b) => b.score - a.score)
    .filter(({ before, after }) => {
      if (used.has(before) || used.has(after)) return false;
      used.add(before).add(after);
      return true;
    });
}

const tied = <T>(
  question: PapersQuestion<T>,
  { before, after, by, likeness, sure }: Candidate<T>,
): Linked<T> => ({
  before,
  after,
  relation: question.isSameName(before, after) ? 'same' : 'renamed',
  by,
  likeness,
  doubtful: !sure,
});
