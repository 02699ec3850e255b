import { expect, it } from 'vitest';
import { defaultJobs } from '../../../src/pipeline/reading/default-jobs.js';

const GB = 1024 ** 3;

it.each([
  ['off', 8, 2, 8],
  ['auto', 8, 32, 8],
  ['auto', 8, 4, 3],
  ['all', 8, 2, 1],
  ['auto', 4, 0.5, 1],
] as const)('with OCR %s, %i processors and %d GB there are %i readers', (ocr, processors, memory, jobs) => {
  expect(defaultJobs(ocr, { processors, memory: memory * GB })).toBe(jobs);
});

it('there is at least one on this machine', () => {
  expect(defaultJobs('auto')).toBeGreaterThanOrEqual(1);
});
