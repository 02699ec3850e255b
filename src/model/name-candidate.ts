import type { KnownPlace, NameKind, ProjectOwner } from './names.js';

/** In what two names are alike. */
export const NAME_LIKENESS_TITLES = {
  text: '只差空格、标点或“本级”一类的字',
  body: '只差机构的叫法',
  typo: '只差一个字',
  short: '一个像另一个的简称',
  frame: '只差“经费”“专项”一类的字',
  similar: '用字大部分相同',
} as const;
export type NameLikeness = keyof typeof NAME_LIKENESS_TITLES;

export interface Alike {
  /** 0 … 1 */
  likeness: number;
  why: NameLikeness;
}

/** One of two names, with where it is printed. */
export interface NameSide {
  /** The name printed most often, and what it is told by. */
  name: string;
  key: string;
  /** All names printed, the most frequent first. */
  printed: string[];
  documents: number;
  since: number | null;
  until: number | null;
  /** Number of a document that prints it. */
  document: number;
  /** Of a project: id of its row, its amount and the place of its name. */
  project: { id: number; amountFen: number | null; at: string | null } | null;
}

/** Two names of one place that may be one. */
export interface NameCandidate extends Alike {
  kind: NameKind;
  place: KnownPlace;
  /** null: of departments. */
  owner: ProjectOwner | null;
  a: NameSide;
  b: NameSide;
}
