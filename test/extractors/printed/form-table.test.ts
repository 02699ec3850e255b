import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLines } from '../../../extractors/printed/layout/column-lines.js';
import { labelSpans } from '../../../extractors/printed/layout/label-spans.js';
import { PdfCanvas } from '../../support/pdf-builder.js';
import { gridsOf, paragraphsOf, readPages, rowsOf } from '../../support/read-pdf.js';

type Align = 'left' | 'centre';

/** A cell of a form: its text, its columns and how many rows it is for. */
interface FormCell {
  text: string;
  column: number;
  columns?: number;
  rows?: number;
}

interface Layout {
  xs: readonly number[];
  pitch: number;
  across: Align;
  down: 'top' | 'middle';
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) < 0x80 ? 5 : 10), 0);

/** Draws a form without a single ruling. */
function drawForm(canvas: PdfCanvas, top: number, rows: readonly FormCell[][], layout: Layout): PdfCanvas {
  rows.forEach((cells, row) => {
    for (const cell of cells) {
      const left = layout.xs[cell.column] ?? 0;
      const right = layout.xs[cell.column + (cell.columns ?? 1)] ?? 0;
      const shift = layout.down === 'middle' ? ((cell.rows ?? 1) - 1) / 2 : 0;
      const x = layout.across === 'left' ? left + 3 : (left + right - widthOf(cell.text)) / 2;
      canvas.text(x, top + (row + shift) * layout.pitch, cell.text, 10);
    }
  });
  return canvas;
}

const label = (text: string, column: number, rows = 1, columns = 1): FormCell => ({
  text,
  column,
  rows,
  columns,
});

const FORM: FormCell[][] = [
  [label('项目名称', 0), label('河道保洁养护经费', 1, 1, 4)],
  [label('主管部门', 0), label('石峰区水利局', 1, 1, 2), label('实施单位', 3), label('河道所', 4)],
  [label('项目资金', 0, 2), label('年度资金总额', 1, 1, 2), label('120.50', 3, 1, 2)],
  [label('其中：财政拨款', 1, 1, 2), label('100.50', 3, 1, 2)],
  [
    label('绩效指标', 0, 6),
    label('一级指标', 1),
    label('二级指标', 2),
    label('三级指标', 3),
    label('指标值', 4),
  ],
  [label('产出指标', 1, 3), label('数量指标', 2, 2), label('清运水面垃圾', 3), label('≥800吨', 4)],
  [label('巡查河段', 3), label('≥36公里', 4)],
  [label('质量指标', 2), label('水面保洁达标率', 3), label('≥95%', 4)],
  [label('效益指标', 1, 2), label('生态效益指标', 2), label('断面水质达标率', 3), label('≥90%', 4)],
  [label('社会效益指标', 2), label('投诉下降率', 3), label('≥10%', 4)],
];

const readForm = async (layout: Layout): Promise<string[]> => {
  const canvas = new PdfCanvas(650).text(220, 60, '项目支出绩效目标表', 14);
  canvas.text(60, 90, '填报单位：石峰区水利局').text(420, 90, '金额单位：万元');
  const extraction = await readPages([drawForm(canvas, 120, FORM, layout)]);
  expect(paragraphsOf(extraction)).toEqual(['项目支出绩效目标表', '填报单位：石峰区水利局 金额单位：万元']);
  const [grid, ...more] = gridsOf(extraction);
  expect([more, grid?.certainty]).toEqual([[], 'aligned']);
  return grid ? rowsOf(grid) : [];
};

describe('a form without rulings', () => {
  const xs = [40, 130, 240, 350, 480, 600];

  it.each<Layout>([
    { xs, pitch: 22, across: 'centre', down: 'middle' },
    { xs, pitch: 18, across: 'left', down: 'middle' },
    { xs, pitch: 26, across: 'left', down: 'top' },
    { xs: [40, 120, 215, 300, 420, 520], pitch: 20, across: 'centre', down: 'middle' },
  ])('is read with its labels over their rows: %j', async (layout) => {
    const rows = await readForm(layout);
    expect(rows.slice(5)).toEqual([
      '3x1:产出指标|2x1:数量指标|清运水面垃圾|≥800吨',
      '巡查河段|≥36公里',
      '质量指标|水面保洁达标率|≥95%',
      '2x1:效益指标|生态效益指标|断面水质达标率|≥90%',
      '社会效益指标|投诉下降率|≥10%',
    ]);
    expect(rows[4]).toBe('6x1:绩效指标|一级指标|二级指标|三级指标|指标值');
    expect(rows[0]).toBe('项目名称|1x4:河道保洁养护经费');
    expect(
      rows[1]
        ?.replaceAll(/\dx\d:/g, '')
        .split('|')
        .filter(Boolean),
    ).toEqual(['主管部门', '石峰区水利局', '实施单位', '河道所']);
    expect(rows[2]).toContain('2x1:项目资金');
  });

  it('is not made of running text in two columns', async () => {
    const canvas = new PdfCanvas();
    for (let line = 0; line < 12; line++) {
      canvas.text(50, 100 + 14 * line, '本部门全年工作按计划推进并');
      canvas.text(320, 100 + 14 * line, '完成了各项2024年度任务目标');
    }
    expect(gridsOf(await readPages([canvas]))).toEqual([]);
  });
});

describe('labels of several rows', () => {
  const spans = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 });

  it('are given their rows where they stand in the middle or at the first of these', () => {
    fc.assert(
      fc.property(spans, fc.boolean(), (lengths, centred) => {
        const ends = lengths.map((_, i) => lengths.slice(0, i + 1).reduce((sum, length) => sum + length, 0));
        const expected = ends.map((to, i) => ({ from: ends[i - 1] ?? 0, to }));
        const count = ends.at(-1) ?? 0;
        const rows = Array.from({ length: count }, (_, row) => 100 + 20 * row);
        const heights = expected.map(
          (span) => 100 + 20 * (centred ? (span.from + span.to - 1) / 2 : span.from),
        );
        const found = labelSpans(heights, rows, 20);
        if (centred) expect(found).toEqual(expected);
        else expect(found?.map((span) => span.from)[0]).toBe(0);
        expect(found?.at(-1)?.to).toBe(count);
      }),
    );
  });

  it('are given none where they fit neither way', () => {
    expect(labelSpans([113, 121], [100, 120, 140, 160], 20)).toBeNull();
  });
});

describe('column lines', () => {
  it('go through every gap', () => {
    const gap = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 100 }));
    fc.assert(
      fc.property(fc.array(gap, { minLength: 1, maxLength: 40 }), (pairs) => {
        const gaps = pairs.map(([left, width]) => ({ left, right: left + width }));
        const lines = columnLines(gaps);
        for (const { left, right } of gaps) {
          expect(lines.some(({ at }) => at >= left && at <= right)).toBe(true);
        }
        expect(lines.reduce((sum, line) => sum + line.gaps, 0)).toBe(gaps.length);
      }),
    );
  });
});
