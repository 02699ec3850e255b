import { type Diagnostic, FORM_PARTIAL } from '../../src/model/diagnostic.js';
import type { Form } from '../../src/model/disclosure.js';
import type { Block } from '../../src/model/grid.js';
import type { Place } from '../../src/model/place.js';

/** Says which form was read with gaps, where it stands (at its title, else at its first cell), and what is missing. */
export function partialForm(
  { title, certainty, blocks: ofForm }: Pick<Form, 'title' | 'certainty' | 'blocks'>,
  blocks: readonly Block[],
): Diagnostic {
  const { claimed, missing, rowsThatFit } = certainty;
  const reasons = [
    ...(claimed < 1 ? [`${((1 - claimed) * 100).toFixed(0)}% 的单元格未认领`] : []),
    ...(rowsThatFit < 1 ? [`${((1 - rowsThatFit) * 100).toFixed(0)}% 的指标行与表头不合`] : []),
    ...(missing.includes('project.name') ? ['没有找到项目名称'] : []),
  ];
  const place = title?.evidence.place ?? beginningOf(blocks[ofForm[0] ?? -1]);
  return {
    code: FORM_PARTIAL,
    message: `${title ? `“${title.text}”` : '一张没有标题的表'}只读出一部分：${reasons.join('，')}`,
    ...(place === undefined ? {} : { place }),
  };
}

const beginningOf = (block: Block | undefined): Place | undefined =>
  block?.kind === 'grid' ? block.cells[0]?.place : block?.place;
