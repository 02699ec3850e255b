import type { TextReader } from '../../extractors/scanned/letters/text-reader.js';
import { millisecondsSpent } from './milliseconds-spent.js';

/** Milliseconds spent in each step. */
export interface StepTimes {
  find: number;
  read: number;
  lines: number;
}

/** A reader of texts that notes what it takes. */
export function timedReader(reader: TextReader): { reader: TextReader; times: StepTimes } {
  const times: StepTimes = { find: 0, read: 0, lines: 0 };
  const timed = async <T>(step: 'find' | 'read', work: () => Promise<T>): Promise<T> => {
    const start = millisecondsSpent();
    const done = await work();
    times[step] += millisecondsSpent() - start;
    return done;
  };
  return {
    times,
    reader: {
      find: (picture, areas) => timed('find', () => reader.find(picture, areas)),
      read: (picture, boxes, ragged) => {
        times.lines += boxes.length;
        return timed('read', () => reader.read(picture, boxes, ragged));
      },
    },
  };
}
