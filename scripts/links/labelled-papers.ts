/**
 * Two papers of a department (of two years, or goal and self-evaluation of one year) with what became of every project or indicator,
 * made by seed from rules that know nothing of the linker: a rule says what an official does to a name from one paper to the next.
 */

export type Becomes = 'same' | 'renamed' | 'split' | 'merged' | 'look-alike' | 'came-or-went';

export interface NamedThing {
  name: string;
  /** Amount in 万元; of an indicator its figure. */
  figure: number;
}

/** Half of a list: what thresholds are chosen on is never what they are measured on. */
export const half = <T>(list: readonly T[], seed: number): T[] =>
  list.filter((_, index) => index % 2 === seed % 2);

/** What stands in two papers, and which of the one is which of the other. */
export interface LabelledPapers {
  years: [number, number];
  before: NamedThing[];
  after: NamedThing[];
  /** Indexes that belong together. */
  pairs: { before: number; after: number; by: Becomes }[];
  /** Indexes that look alike and do not. */
  lookAlikes: { before: number; after: number }[];
}

export class Papers {
  readonly before: NamedThing[] = [];
  readonly after: NamedThing[] = [];
  readonly pairs: LabelledPapers['pairs'] = [];
  readonly lookAlikes: LabelledPapers['lookAlikes'] = [];

  put(before: readonly NamedThing[], after: readonly NamedThing[], by: Becomes): void {
    const [b, a] = [this.before.length, this.after.length];
    this.before.push(...before);
    this.after.push(...after);
    const all = before.flatMap((_, n) => after.map((__, m) => ({ before: b + n, after: a + m })));
    if (by === 'look-alike') this.lookAlikes.push(...all);
    else this.pairs.push(...all.map((pair) => ({ ...pair, by })));
  }
}

export const pickFields = ({ before, after, pairs, lookAlikes }: Papers): Omit<LabelledPapers, 'years'> => ({
  before,
  after,
  pairs,
  lookAlikes,
});
