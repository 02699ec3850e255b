import { describe, expect, it } from 'vitest';
import { partialForm } from '../../../normalizers/assemble/partial-form.js';
import type { Block } from '../../../src/model/grid.js';

const certainty = { claimed: 0.8, missing: ['project.name'], rowsThatFit: 1 };
const paragraph: Block = { kind: 'paragraph', text: '附表', place: 'p4 ¶2' };
const evidence = { block: 0, cell: null, place: 'p4 ¶2', quote: '附表' };

describe('a form read with gaps', () => {
  it('is named by its title, with what is missing of it', () => {
    expect(partialForm({ title: { text: '附表', evidence }, certainty, blocks: [1] }, [paragraph])).toEqual({
      code: 'form-partial',
      message: '“附表”只读出一部分：20% 的单元格未认领，没有找到项目名称',
      place: 'p4 ¶2',
    });
  });

  it('has a place without a title too: where it begins', () => {
    expect(partialForm({ title: null, certainty, blocks: [0] }, [paragraph])).toMatchObject({
      message: expect.stringContaining('一张没有标题的表'),
      place: 'p4 ¶2',
    });
    expect(partialForm({ title: null, certainty, blocks: [] }, [])).not.toHaveProperty('place');
  });
});
