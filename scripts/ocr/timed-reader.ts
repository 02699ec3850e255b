import type { TextReader } from '../../extractors/scanned/letters/text-reader.js';

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
    const start = process.cpuUsage();
    const done = await work();
    const { user, system } = process.cpuUsage(start);
    times[step] += (user + system) / 1000;
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
