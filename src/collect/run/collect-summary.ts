/** What happened at one host. */
export interface HostFigures {
  host: string;
  /** Addresses asked for that came to an end; not the requests it took. */
  asked: number;
  /** Contents that are new, or changed since the last time. */
  added: number;
  changed: number;
  unchanged: number;
  gone: number;
  /** Never had and not there, not collected, refused, not had. */
  missing: number;
  skipped: number;
  refused: number;
  failed: number;
  /** Not asked: the next run asks. */
  left: number;
  /** Why the host was left; null where it was not. */
  stopped: string | null;
}

/** Endings counted host by host, in the order they are told. */
export const COUNTED_ENDINGS = [
  'added',
  'changed',
  'unchanged',
  'gone',
  'missing',
  'skipped',
  'refused',
  'failed',
  'left',
] as const satisfies readonly (AddressEnding & keyof HostFigures)[];

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

export const newHostFigures = (host: string): HostFigures => ({
  host,
  asked: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  gone: 0,
  missing: 0,
  skipped: 0,
  refused: 0,
  failed: 0,
  left: 0,
  stopped: null,
});

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
