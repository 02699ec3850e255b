import { expect, it } from 'vitest';
import { z } from 'zod';
import { listData, loadData } from '../../src/model/load-data.js';

it('reads a file of reference data in the shape asked for', () => {
  expect(loadData('regions/heirs.json', z.array(z.string())).length).toBeGreaterThan(100);
  expect(listData('forms')).toContain('narrative');
});

it('names the file and the place where the shape is another', () => {
  const shape = z.object({ units: z.record(z.string(), z.number()) });
  expect(() => loadData('money/words.json', shape)).toThrow(/^data\/money\/words\.json 有误：units\./);
  expect(() => loadData('values/README.md', shape)).toThrow('data/values/README.md 不是 JSON');
});
