import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Example } from '../example.js';

export const addsFormat: Example = {
  row: '一种文件格式',
  change: (copy) => {
    copy.run('scripts/new-format.ts', 'county-lines');
  },
  async probe() {
    const { readBytes } = await import('../../../extractors/read-bytes.js');
    const { formatTable } = await import('../../../extractors/formats.js');
    const { blockTexts } = await import('../../support/grid-shape.js');
    const bytes = new TextEncoder().encode('#county-lines\n项目\t金额\n修桥\t30\n');
    const { format, blocks } = await readBytes(bytes, { path: 'a.txt' });
    equal(format, 'county-lines');
    deepEqual(blockTexts(blocks), ['[2x2]']);
    ok((await formatTable()).some((each) => each.format === 'county-lines'));
  },
};
