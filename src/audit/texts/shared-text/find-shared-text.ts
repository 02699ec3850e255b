import { plainPassage, type Span } from './plain-passage.js';
import { Postings } from './postings.js';
import { GUARANTEED, winnow } from './winnow.js';

export interface Passage {
  text: string;
  /** Passages of one group are not compared with each other. */
  group: string;
}

/** Two passages with text in common; `first` and `second` are indexes of the passages. */
export interface SharedText {
  first: number;
  second: number;
  /** Share of the shorter passage that stands in the other, 0 … 1. */
  score: number;
  /** The longest stretch in common, in either plain text. */
  spans: [Span, Span];
}

/**
 * Pairs of passages of which the shorter one (of at least `shortest` characters) stands in the other to the share of `least`
 * or more, with one stretch of at least 15 characters. Equal passages are met by their text, others by fingerprints: work
 * grows with the length of the texts and the number of pairs found, not with the number of passages squared.
 */
export function findSharedText(
  passages: readonly Passage[],
  { shortest, least }: { shortest: number; least: number },
): SharedText[] {
  const plains = passages.map(({ text }) => plainPassage(text).plain);
  const equals = groupEquals(plains, shortest);
  const found = [...equals.values()].flatMap((members) => equalPairs(passages, plains, members));
  const representatives = [...equals.values()].flatMap(([first]) => (first === undefined ? [] : [first]));
  return [...found, ...similarPairs(passages, plains, representatives, least)];
}

function groupEquals(plains: string[], shortest: number): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, plain] of plains.entries()) {
    if (plain.length < shortest) continue;
    const members = groups.get(plain);
    if (members) members.push(index);
    else groups.set(plain, [index]);
  }
  return groups;
}

/** Each of the equal passages with one of another group. */
function equalPairs(passages: readonly Passage[], plains: string[], members: number[]): SharedText[] {
  const groupOf = (index: number | undefined) => (index === undefined ? undefined : passages[index]?.group);
  const [first] = members;
  const another = members.find((member) => groupOf(member) !== groupOf(first));
  if (first === undefined || another === undefined) return [];
  const whole: Span = [0, plains[first]?.length ?? 0];
  return members.slice(1).map((second) => ({
    first: groupOf(second) === groupOf(first) ? another : first,
    second,
    score: 1,
    spans: [whole, whole],
  }));
}

function similarPairs(
  passages: readonly Passage[],
  plains: string[],
  indexes: number[],
  least: number,
): SharedText[] {
  const postings = new Postings();
  const found: SharedText[] = [];
  for (const second of indexes) {
    const prints = winnow(plains[second] ?? '');
    const seeds = new Map<number, [number, number][]>();
    for (const { hash, at } of prints) {
      for (const posting of postings.of(hash)) {
        if (passages[posting.passage]?.group === passages[second]?.group) continue;
        const pairs = seeds.get(posting.passage);
        if (pairs) pairs.push([posting.at, at]);
        else seeds.set(posting.passage, [[posting.at, at]]);
      }
    }
    for (const { hash, at } of prints) postings.add(hash, second, at);
    for (const [first, pairs] of seeds) {
      const match = measure(plains[first] ?? '', plains[second] ?? '', pairs);
      if (match && match.score >= least) found.push({ first, second, ...match });
    }
  }
  return found;
}

/** How much of the shorter text the stretches around the seeds cover, and the longest of them. */
function measure(
  a: string,
  b: string,
  seeds: [number, number][],
): Pick<SharedText, 'score' | 'spans'> | null {
  const stretches = new Map<string, [Span, Span]>();
  for (const [atA, atB] of seeds) {
    const stretch = extend(a, b, atA, atB);
    stretches.set(`${stretch[0][0]}|${stretch[1][0]}`, stretch);
  }
  const all = [...stretches.values()];
  const longest = all.reduce((most, next) => (lengthOf(next[0]) > lengthOf(most[0]) ? next : most));
  if (lengthOf(longest[0]) < GUARANTEED) return null;
  const side = a.length <= b.length ? 0 : 1;
  const covered = union(all.map((stretch) => stretch[side]));
  return { score: covered / Math.min(a.length, b.length), spans: longest };
}

const lengthOf = ([start, end]: Span): number => end - start;

function extend(a: string, b: string, atA: number, atB: number): [Span, Span] {
  let before = 0;
  while (atA - before > 0 && atB - before > 0 && a[atA - before - 1] === b[atB - before - 1]) before += 1;
  let after = 0;
  while (atA + after < a.length && atB + after < b.length && a[atA + after] === b[atB + after]) after += 1;
  return [
    [atA - before, atA + after],
    [atB - before, atB + after],
  ];
}

/** Characters that stand in at least one of the spans. */
function union(spans: Span[]): number {
  let covered = 0;
  let reached = 0;
  for (const [start, end] of [...spans].sort((x, y) => x[0] - y[0])) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return covered;
}
