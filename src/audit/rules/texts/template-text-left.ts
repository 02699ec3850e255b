import type { CellClaim } from '../../../model/document.js';
import { TABLE_KINDS } from '../../../model/facts/form-kinds.js';
import { isGrid } from '../../../model/grid.js';
import type { FormSubject } from '../../subjects/subject.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const templateTextLeft = defineFormRule({
  id: 'template-text-left',
  version: 1,
  title: '公开的表里留有空白模板的文字',
  severity: 'note',
  tolerance: 'none',
  forms: TABLE_KINDS,
  authority: guidance('公开的绩效目标表应当填写完整，模板中的提示文字应当删去'),
  formula: '已填的表中没有单独的“指标1：”“目标2：”“……”',
  why: '留下的提示文字说明表没有核对；有内容的栏目不受影响，无内容的二级指标则等于没有设置。',
  messages: {
    left: '表中留有{count}处模板文字（{cases}），待核实。',
    blank: '表中只有{count}处模板文字（{cases}），没有指标，可能公开了没有填写的空表，待核实。',
  },
  *check(form) {
    if (form.entries.length === 0 && form.form.total === null) return yield notApplicable('表中没有内容');
    const left = templateCells(form);
    if (left.length === 0) return yield pass;
    const blank = form.entries.every(({ indicators, costs }) => indicators.length + costs.length === 0);
    const project = form.entries.length === 1 ? (form.entries[0]?.project ?? null) : null;
    yield fail({
      field: `template-text/${form.form.kind}`,
      project: blank ? null : project,
      message: blank ? 'blank' : 'left',
      parameters: { count: String(left.length), cases: casesOf(left) },
      reported: String(left.length),
      expected: '0',
      operands: left,
    });
  },
  examples: {
    passes: [{ title: '没有模板文字', disclosures: [{ projects: [{ name: '甲', amount: '10' }] }] }],
    reports: [
      {
        title: '留有“指标2：”',
        disclosures: [{ projects: [{ name: '甲', amount: '10', templateTexts: ['指标2：', '指标2：'] }] }],
        fields: ['template-text/project'],
      },
    ],
    notApplicable: [{ title: '空白的部门表', disclosures: [{ departmentForm: {} }] }],
  },
});

function templateCells({ form, reading, disclosure: { document } }: FormSubject): OperandDraft[] {
  const isLeft = (claim: CellClaim): boolean => claim.form === form.index && claim.reason === 'template-text';
  return document.claims.filter(isLeft).flatMap(({ block, cell }) => {
    const grid = document.blocks[block];
    const found = grid && isGrid(grid) ? grid.cells[cell] : undefined;
    if (!found) return [];
    const evidence = { place: found.place, quote: found.text, block, cell };
    return [{ label: '模板文字', evidence, form: reading }];
  });
}

/** `“指标2：”12处、“……”1处` */
function casesOf(cells: OperandDraft[]): string {
  const counts = new Map<string, number>();
  for (const { evidence } of cells) {
    const text = evidence.quote.replace(/\s+/g, '');
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => `“${text}”${count}处`).join('、');
}
