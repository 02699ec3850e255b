import { grouped } from '../recall/grouped.js';
import { addScores, type TablesScore } from './score-tables.js';

export interface FileScore extends TablesScore {
  path: string;
  /** First folder it stands in; `.` where in none. */
  kind: string;
  reader: string;
  failed: boolean;
}

export interface KindScore extends TablesScore {
  kind: string;
  reader: string;
  files: number;
  failed: number;
}

/** The scores of each kind of file and reader, in the order they come in. */
export function byKind(scores: readonly FileScore[]): KindScore[] {
  return [...grouped(scores, ({ kind, reader }) => JSON.stringify([kind, reader])).values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const failed = of.filter((file) => file.failed).length;
    return [{ ...addScores(of), kind: first.kind, reader: first.reader, files: of.length, failed }];
  });
}
