import type { AddressDone, CollectSummary, HostFigures } from '../../collect/run/collect-summary.js';
import type { Task } from '../../processes/task.js';

/** What a person asks for on the page. */
export interface CollectWish {
  /** Addresses, one a line. */
  addresses: string;
  folder: string;
  contact: string;
  /** Words of titles; none: any title. */
  titles: string[];
  year: number | null;
  depth: number;
  pages: number;
  /** Seconds. */
  pause: number;
  quota: number;
  allowPrivate: boolean;
}

/** How far a collection is. */
export interface CollectProgress {
  hosts: HostFigures[];
  /** Addresses known and not yet asked. */
  waiting: number;
  /** What came of the latest addresses, newest first. */
  latest: Pick<AddressDone, 'url' | 'ending' | 'name' | 'reason'>[];
}

export interface CollectTask extends Task {
  job: CollectWish;
  answer: CollectEnd;
  progress: CollectProgress;
  item: never;
}

/** `failed`: why, for people. */
export type CollectEnd =
  | { kind: 'done'; summary: CollectSummary; warnings: string[] }
  | { kind: 'failed'; message: string };
