import type { Stage } from '../../model/facts/stages.js';
import { type CyclePaper, type PaperProject, sameProjectIn } from './cycle-papers.js';

/** A paper of a cycle with what tells whose it is. */
export interface PaperRecord<S> {
  subject: S;
  value: CyclePaper;
}

/** A project of another paper that surely is the same. */
export interface FoundProject<S> {
  project: PaperProject;
  record: PaperRecord<S>;
}

/** Papers found by department, year and stage. */
export class CycleRecords<S> {
  readonly #byKey = new Map<string, PaperRecord<S>[]>();

  constructor(records: readonly PaperRecord<S>[]) {
    for (const record of records) {
      const { series, year, stage } = record.value;
      const key = keyOf(series, year, stage);
      const known = this.#byKey.get(key);
      if (known) known.push(record);
      else this.#byKey.set(key, [record]);
    }
  }

  of({ series }: CyclePaper, year: number, stage: Stage): readonly PaperRecord<S>[] {
    return this.#byKey.get(keyOf(series, year, stage)) ?? [];
  }

  /** What stands for a project in the papers of its department of a year and stage; several documents may have it. */
  find(paper: CyclePaper, project: PaperProject, year: number, stage: Stage): FoundProject<S>[] {
    return this.of(paper, year, stage).flatMap((record) => {
      const found = sameProjectIn(record.value, project);
      return found ? [{ project: found, record }] : [];
    });
  }
}

const keyOf = (series: string, year: number, stage: Stage): string => `${series}/${year}/${stage}`;
