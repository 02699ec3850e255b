import type { OcrMode } from '../../model/facts/ocr-modes.js';
import type { Task } from '../../processes/task.js';
import type { ImportProgress } from './import-tracker/import-tracker.js';
import type { ImportOrder } from './read-order.js';

/** One order, carried out in a process of its own. */
export interface ImportTask extends Task {
  job: {
    db: string;
    order: ImportOrder;
    keepSources: boolean;
    ocr: OcrMode;
    /** Reading processes at a time; as many as the machine bears where not given. */
    jobs?: number;
  };
  answer: ImportEnd;
  progress: ImportProgress;
  item: never;
}

export type ImportEnd =
  /** `left`: files not looked at because it was stopped. */
  | { kind: 'done'; left: number }
  /** It broke off: for people, and where the program is to blame what the person who runs it should see. */
  | { kind: 'broken'; message: string; detail: string | null };
