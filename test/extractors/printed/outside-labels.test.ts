import { describe, expect, it } from 'vitest';
import { drawTable, PdfCanvas, plainTable } from '../../support/pdf-builder.js';
import { tablesOfPage } from '../../support/tables-of-page.js';

const BODY = [
  ['本年预算', '上年预算', '增减'],
  ['12.50', '10.00', '2.50'],
  ['3.00', '4.00', '-1.00'],
  ['7.25', '6.50', '0.75'],
  ['1.00', '1.00', '0.00'],
];
const LABELS = ['项目', '办公费', '差旅费', '培训费', '住房公积金'];
const FRAME = 200;
const TOP = 100;

type Place = (label: string, row: number) => number;
const atLeft: Place = () => 130;
const atRight: Place = (label) => FRAME - 6 - 10 * label.length;

/** A frame, and a text beside each of its rows. */
function besideFrame(labels: readonly string[], place: Place): PdfCanvas {
  const canvas = drawTable(new PdfCanvas(), plainTable(FRAME, TOP, [80, 80, 80], BODY));
  labels.forEach((label, row) => {
    if (label) canvas.text(place(label, row), TOP + 3 + 20 * row, label);
  });
  return canvas;
}

const withLabels = (labels: readonly string[]) => [
  { certainty: 'aligned', rows: BODY.map((row, i) => [labels[i] ?? '', ...row]) },
];
const ALONE = [{ certainty: 'ruled', rows: BODY }];

describe('labels left of a frame', () => {
  it.each([
    ['that begin at one x', LABELS, atLeft],
    ['that end at one x', LABELS, atRight],
    ['none at the header', ['', ...LABELS.slice(1)], atLeft],
    ['one of them set in', LABELS, (_: string, row: number) => (row === 4 ? 140 : 130)],
    ['drawn in two pieces', ['项目', '办公费 二', '差旅费', '培训费', '公积金'], atLeft],
  ] as const)('are a column of the table, less certain: %s', async (_, labels, place) => {
    expect(await tablesOfPage(besideFrame(labels, place))).toEqual(withLabels(labels));
  });

  it('may take two lines', async () => {
    const canvas = drawTable(new PdfCanvas(), { ...plainTable(FRAME, TOP, [80, 80, 80], BODY) });
    LABELS.slice(0, 4).forEach((label, row) => {
      canvas.text(130, TOP + 3 + 20 * row, label);
    });
    canvas.text(130, TOP + 81, '住房', 9).text(130, TOP + 90, '公积金', 9);
    expect((await tablesOfPage(canvas))[0]?.rows[4]?.[0]).toMatch(/^住房\n?公积金$/);
  });

  it.each([
    ['for a few of the rows', ['', '办公费', '', '培训费', ''], atLeft],
    ['numbers of lines', ['1', '2', '3', '4', '5'], atLeft],
    ['far from the frame', LABELS, () => 20],
    ['here and there', LABELS, (_: string, row: number) => 100 + 12 * row],
    ['lines of running text', Array.from({ length: 5 }, () => '本年度按定额安排日常经费并从严'), () => 45],
  ] as const)('are none of it: %s', async (_, labels, place) => {
    expect(await tablesOfPage(besideFrame(labels, place))).toEqual(ALONE);
  });

  it('are none of it where a second text or another frame stands beside', async () => {
    const two = besideFrame(LABELS, atLeft);
    LABELS.forEach((_, row) => {
      two.text(60, TOP + 3 + 20 * row, '备注');
    });
    expect(await tablesOfPage(two)).toEqual(ALONE);
    const framed = besideFrame(LABELS, atLeft);
    drawTable(
      framed,
      plainTable(
        125,
        TOP,
        [70],
        LABELS.map(() => ['']),
      ),
    );
    expect((await tablesOfPage(framed)).map(({ rows }) => rows)).toContainEqual(BODY);
  });
});
