import type { ReadDocument } from '../document.js';
import type { SqlValue } from '../sql-value.js';

export const PROBLEM_TITLES = {
  integrity: '文件损坏',
  orphan: '无所属的记录',
  count: '与读取结果不一致',
  unreadable: '读不出',
} as const;

/** Something in the store that should not be so. */
export interface StoreProblem {
  kind: keyof typeof PROBLEM_TITLES;
  /** Chinese, for people. */
  message: string;
}

export interface StoreCheck {
  documents: number;
  problems: StoreProblem[];
}

/** A text as it stands in a column of a table. */
export interface StoredText {
  table: string;
  column: string;
  /** What tells the row from others, by column; no path is among it. */
  key: Record<string, SqlValue>;
  /** Content of the document it belongs to. */
  sha256: string | null;
  text: string;
}

/** What is to stand in the place of stored texts and readings. */
export interface Rewriting {
  /** Texts with what they become; one that is no longer what it was stays as it is. */
  texts: readonly { stored: StoredText; text: string }[];
  /** Contents of the documents whose readings become others. */
  contents: Iterable<string>;
  /** What a reading becomes: a pure function, asked once for each of them. */
  reading: (stored: ReadDocument) => ReadDocument;
}

/** What keeps a store sound, and takes it as a whole. Every method throws StoreError when the store cannot be used. */
export interface Care {
  /** Looks for damage, orphans and wrong counts; reads every document, changes nothing. */
  check(): Promise<StoreCheck>;
  /** Writes a consistent copy to a file that does not exist yet. @throws StoreError `target` where nothing can be written there */
  backUp(file: string): Promise<void>;
  /** Deterministic text of all data; the log of imports, which tells of times and repetitions, is none. */
  dump(): Promise<string>;
  /** Every text a person may see, those packed in readings apart, as they stand when the first is asked for. */
  texts(): AsyncIterable<StoredText>;
  /** Puts other texts and readings in the place of stored ones, all or none; nothing is left of what was there. */
  rewrite(rewriting: Rewriting): Promise<{ texts: number }>;
}
