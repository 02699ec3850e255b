/** Endings counted at each host, in the order in which they are told: `left` was not asked, and the next run asks. */
export const COUNTED_ENDINGS = [
  ...(['added', 'changed', 'unchanged', 'gone'] as const),
  ...(['missing', 'skipped', 'refused', 'failed', 'left'] as const),
] as const;
export type CountedEnding = (typeof COUNTED_ENDINGS)[number];

/** What happened at one host. */
export interface HostFigures extends Record<CountedEnding, number> {
  host: string;
  /** Addresses asked for that came to an end; not the requests it took. */
  asked: number;
  /** Why the host was left; null where it was not. */
  stopped: string | null;
}

export interface Trouble {
  url: string;
  reason: string;
  /** It leads to this machine or into a network of its own. */
  isPrivate?: true;
}

export interface CollectSummary {
  hosts: HostFigures[];
  /** Pages looked through. */
  pages: number;
  /** Files that would have been fetched (`dryRun`). */
  foreseen: number;
  /** Links of lists with other titles. */
  passedOver: number;
  /** What was not had, and why; what was had before and is gone since is none. */
  troubles: Trouble[];
  /** Addresses given behind which there was no link to a file and no table, all that they lead to having been looked through. */
  barren: string[];
  /** Content under more than one address. */
  duplicates: number;
  /** Files that lie in the folder now, of all versions and runs. */
  files: number;
  /** It went on with a round that had not come to its end. */
  isResumed: boolean;
  /** The round has come to its end: nothing was put off. */
  isDone: boolean;
}

/** How asking for one address ends, as people call it. */
export const ENDING_TITLES = {
  page: '网页',
  added: '取到',
  changed: '新版本',
  unchanged: '没有变化',
  gone: '已撤下',
  missing: '找不到',
  skipped: '不收',
  refused: '被拒绝',
  failed: '没有取成',
  left: '留待下次',
  foreseen: '会取',
} as const;
export type AddressEnding = keyof typeof ENDING_TITLES;

/** How asking for one address ended, for whoever watches. */
export interface AddressDone {
  url: string;
  ending: AddressEnding;
  /** Of the file, or the title of the page. */
  name: string;
  reason: string;
  bytes: number;
  /** Figures of its host so far. */
  host: HostFigures;
  /** Addresses known and not yet asked, of all hosts. */
  waiting: number;
}
