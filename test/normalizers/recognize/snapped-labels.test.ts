import { expect, it } from 'vitest';
import { nearestLabel, withSnappedLabels } from '../../../normalizers/recognize/words/snapped-labels.js';
import type { Block } from '../../../src/model/grid.js';

it.each([
  ['项日名称', false, '项目名称'],
  ['数量指栎', false, '数量指标'],
  ['服务对象满总度指栎', true, '服务对象满意度指标'],
] as const)('%s is nearly a label', (text, unsure, label) => {
  expect(nearestLabel(text, unsure)).toBe(label);
});

it.each([
  '项目名称',
  '完成村道硬化',
  '发放宣传资料',
  '满意',
  '-级指标',
  '2026年',
  '质量指标',
  '服务对象满总度指栎',
])('%s is one, or none', (text) => {
  expect(nearestLabel(text, false)).toBeNull();
});

const gridOf = (text: string, recognized?: number): Block => ({
  kind: 'grid',
  table: 1,
  rows: 1,
  columns: 1,
  certainty: 'ruled',
  cells: [
    {
      row: 1,
      column: 1,
      rowSpan: 1,
      colSpan: 1,
      text,
      place: 't1 r1 c1',
      ...(recognized === undefined ? {} : { recognized }),
    },
  ],
});

it('looks at what was read from pictures only', () => {
  const textsOf = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => (block.kind === 'grid' ? block.cells.map(({ text }) => text) : []));
  expect(textsOf(withSnappedLabels([gridOf('项日名称', 0.99), gridOf('项日名称')]))).toEqual([
    '项目名称',
    '项日名称',
  ]);
});
