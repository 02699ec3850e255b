import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Example } from '../example.js';

export const addsReason: Example = {
  row: '一个单元格去处的原因',
  change(copy) {
    copy.edit(
      'src/model/document.ts',
      'export const SET_ASIDE_TITLES = {\n',
      "export const SET_ASIDE_TITLES = {\n  stamp: '印章',\n",
    );
    copy.run('scripts/generate-schema-doc.ts');
  },
  async probe() {
    const { describeClaim } = await import('../../../src/report/claim-titles.js');
    const { findView } = await import('../../../src/model/views.js');
    const reason = findView('cells')?.columns.find(({ name }) => name === 'reason');
    ok(reason?.values?.includes('stamp'));
    equal(
      describeClaim({
        status: 'set-aside',
        reason: reason?.values?.find((each) => each === 'stamp') as never,
      }),
      '搁置：印章',
    );
    ok(readFileSync(new URL('../../../docs/schema.md', import.meta.url), 'utf8').includes('stamp'));
  },
};
