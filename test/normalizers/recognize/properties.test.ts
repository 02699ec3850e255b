import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGrid } from '../../../extractors/tables/grid-builder.js';
import { readDisclosures } from '../../../normalizers/read-disclosures.js';
import { type Block, type Grid, isGrid } from '../../../src/model/grid.js';
import { runsOf } from '../../support/thorough.js';
import { paragraph } from './draw-table.js';

const WORDS = [
  '',
  '',
  '项目名称',
  '主管部门',
  '部门名称',
  '年度绩效目标',
  '实施期绩效目标',
  '年度资金总额（万元）',
  '其中：财政拨款',
  '其他资金 5万',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '指标性质',
  '度量单位',
  '产出指标',
  '数量指标',
  '满意 度 指 标',
  '社会公众及服务对象满意度指标',
  '指标1：',
  '指标2:培训场次',
  '≥90%',
  '≤80万元',
  '12,345.60',
  '涉密，不公开',
  '合  计',
  '序号',
  '金额',
  '1',
  '附表3-1',
  '2024年项目支出绩效目标表',
  '填表人：某某',
  '注：说明文字',
  '资金支出计划（%）',
  '3月底',
  '25%',
  '支出明细',
  '测算依据',
  '10人*500元/人=0.5万元',
  '【产出指标-数量指标】指标1:机柜数(≥12个)',
  '全年预算数',
  '全年执行数',
  '某县教育局',
  '820001-某镇人民政府',
];

const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS)).map((two) => two.join('\n')),
  },
);

const span = fc.constantFrom(1, 1, 1, 1, 2, 3);
const sourceCell = fc.record({ text, rowSpan: span, colSpan: span });

/** Rows that stand in real forms, so that many of the random grids are recognized. */
const REAL_ROWS = [
  ['一级指标', '二级指标', '三级指标', '指标值'],
  ['年度绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '绩效标准'],
  ['项目名称', '项目总额', '绩效目标', '三级指标', '指标性质', '指标值', '度量单位'],
  ['一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'],
  ['', '产出指标', '数量指标', '培训场次', '≥3场'],
  ['序号', '名  称', '金  额', '实施期绩效目标', '年度绩效目标'],
  ['支出内容简介', '支出明细', '金额', '测算依据'],
  ['项目名称', '校舍修缮', '主管部门', '某县教育局'],
].map((row) => row.map((words) => ({ text: words, rowSpan: 1, colSpan: 1 })));

const row = fc.oneof(
  { weight: 2, arbitrary: fc.array(sourceCell, { maxLength: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom(...REAL_ROWS) },
);

const grid: fc.Arbitrary<Grid> = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 10 }), fc.boolean())
  .map(([rows, flattened]) =>
    flattened
      ? buildGrid(
          rows.map((cells) => cells.map((cell) => ({ text: cell.text }))),
          { table: 1, certainty: 'flattened', ragged: true },
        )
      : buildGrid(rows, { table: 1 }),
  );

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: grid },
  { weight: 1, arbitrary: text.map((words) => paragraph(words)) },
);

const readBlocks = (blocks: Block[]) =>
  readDisclosures({ format: 'text', outcome: 'ok', blocks, diagnostics: [] }, { path: 'a' });

const often = { numRuns: runsOf(30, 150) };

describe('any blocks', () => {
  it('are read without an error, the same every time', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
        expect(JSON.stringify(readBlocks(blocks))).toBe(JSON.stringify(readBlocks(blocks)));
      }),
      often,
    );
  });

  it('have exactly one status for every non-blank cell of a recognized form', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
        const { claims, blocks: arranged } = readBlocks(blocks);
        expect(new Set(claims.map(({ block: at, cell }) => `${at} ${cell}`)).size).toBe(claims.length);
        for (const { block: at, cell } of claims) {
          const each = arranged[at];
          expect(each && isGrid(each) && each.cells[cell]?.text.trim()).toBeTruthy();
        }
        for (const { status, field, reason } of claims) {
          expect({ field: field !== undefined, reason: reason !== undefined }).toEqual({
            field: status === 'claimed',
            reason: status === 'set-aside',
          });
        }
      }),
      often,
    );
  });

  it('leave out no non-blank cell between the first and the last of a form', () => {
    fc.assert(
      fc.property(grid, (only) => {
        const title = paragraph('2024年项目支出绩效目标表');
        const { claims, forms } = readBlocks([title, only]);
        fc.pre(forms.length === 1 && forms[0]?.blocks.includes(1) === true);
        const rows = claims.map(({ cell }) => only.cells[cell]?.row ?? 0);
        const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
        const inside = only.cells.filter(
          ({ row: at, text: words }) => words.trim() !== '' && at >= top && at <= bottom,
        );
        expect(claims.length).toBe(inside.length);
      }),
      often,
    );
  });

  it('give values whose evidence stands in the blocks, and ids that lead somewhere', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
        const { disclosures, forms, blocks: arranged } = readBlocks(blocks);
        for (const { indicators, projects, budgets, costs } of disclosures) {
          const ids = new Set<number | null>([null, ...projects.map((project) => project.id)]);
          for (const owned of [...indicators, ...budgets, ...costs]) {
            expect(ids.has(owned.project)).toBe(true);
            expect(forms[owned.form]).toBeDefined();
          }
          for (const { evidence, name } of indicators) {
            const at = arranged[evidence.name.block];
            expect(name).not.toBe('');
            expect(at && isGrid(at) && at.cells[evidence.name.cell ?? -1]?.text).toBe(evidence.name.quote);
          }
        }
      }),
      often,
    );
  });

  it('never yield an amount that is not printed in the cell it is read from', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        for (const { budgets } of readBlocks(blocks).disclosures) {
          for (const { money, evidence } of budgets) {
            if (money.state !== 'amount') continue;
            expect(evidence.quote.replace(/[,，]/g, '').normalize('NFKC')).toContain(money.figure ?? '?');
          }
        }
      }),
      often,
    );
  });
});
