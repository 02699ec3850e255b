/** A set-up file of the tests: notes what each test file costs in processor time, that of the processes it started included. */
import { appendFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';
import { processorTime } from './processor-time.js';

const before = processorTime();

afterAll(() => {
  const after = processorTime();
  const cost = {
    file: expect.getState().testPath,
    own: after.own - before.own,
    children: after.children - before.children,
  };
  appendFileSync(process.env.PROCESSOR_TIMES ?? '/dev/null', `${JSON.stringify(cost)}\n`);
});
