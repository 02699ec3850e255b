import { ok } from 'node:assert/strict';
import type { Example } from '../example.js';

export const addsLabel: Example = {
  row: '一个地方的说法',
  change: (copy) =>
    copy.edit('data/vocabulary/roles.json', /("role": "work.office",\s*"above": \[)/, '$1"牵头的办事处室",'),
  async probe() {
    const { candidatesOf } = await import('../../../normalizers/recognize/words/candidates-of.js');
    ok(candidatesOf('牵头的办事处室').includes('work.office'));
  },
};
