import type { ImportProgress } from './import-tracker/import-tracker.js';
import type { ImportOrder } from './read-order.js';

/** Messages to a process that imports: one order, and perhaps a word to stop. */
export type ToImporter =
  | {
      kind: 'order';
      db: string;
      order: ImportOrder;
      keepSources: boolean;
      /** Reading processes at a time. */
      jobs: number;
    }
  | { kind: 'stop' };

/** What it tells: where it stands, several times a second, and its end. */
export type FromImporter =
  | { kind: 'ready' }
  | { kind: 'progress'; progress: ImportProgress }
  /** `left`: files not looked at because it was stopped. */
  | { kind: 'done'; left: number }
  /** It broke off: for people, and where the program is to blame what the person who runs it should see. */
  | { kind: 'broken'; message: string; detail: string | null };
