import { describe, expect, it } from 'vitest';
import { drawTable, PdfCanvas, plainTable } from '../../support/pdf-builder.js';
import { gridsOf, readPages, rowsOf } from '../../support/read-pdf.js';

/** Draws texts under a clip; its box from the top left of the page. */
const clipped = (
  canvas: PdfCanvas,
  [left, top, right, bottom]: [number, number, number, number],
  draw: (canvas: PdfCanvas) => void,
): PdfCanvas => {
  canvas.raw(`q ${left} ${canvas.height - bottom} ${right - left} ${bottom - top} re W n`);
  draw(canvas);
  return canvas.raw('Q');
};

describe('text cut off by its own cell', () => {
  /** Rows so low that the second line of a text does not fit. */
  const low = (): PdfCanvas => {
    const table = plainTable(
      50,
      100,
      [106, 60],
      [...'一二三'].map(() => ['', '']),
    );
    return drawTable(new PdfCanvas(), { ...table, ys: [100, 116, 132, 148] });
  };
  const read = async (canvas: PdfCanvas) => {
    const extraction = await readPages([canvas]);
    const [grid] = gridsOf(extraction);
    return {
      rows: grid ? rowsOf(grid) : [],
      codes: extraction.diagnostics.map(({ code, place }) => [code, place]),
    };
  };

  it('is whole: the line below the border, of the last row too, and the rest of a line beyond it', async () => {
    const canvas = low();
    clipped(canvas, [50, 100, 156, 116], (cell) => {
      cell.text(53, 102, '建立灌溉渠道巡查养护').text(53, 114, '记录册数');
    });
    clipped(canvas, [50, 116, 156, 132], (cell) => cell.text(53, 118, '完成渠道清淤与水闸检修次数'));
    clipped(canvas, [50, 132, 156, 148], (cell) => {
      cell.text(53, 134, '受益农户对灌溉服务满').text(53, 146, '意程度');
    });
    canvas.text(160, 102, '≥4册').text(160, 118, '≥6次').text(160, 134, '≥90%');
    expect(await read(canvas)).toEqual({
      rows: [
        '建立灌溉渠道巡查养护记录册数|≥4册',
        '完成渠道清淤与水闸检修次数|≥6次',
        '受益农户对灌溉服务满意程度|≥90%',
      ],
      codes: [
        ['clipped-text', 'p1 t1 r1 c1'],
        ['clipped-text', 'p1 t1 r2 c1'],
        ['clipped-text', 'p1 t1 r3 c1'],
      ],
    });
  });

  it('is whole where only the rest is drawn under the clip, and where the text is centred in its cell', async () => {
    const canvas = low()
      .text(53, 102, '建立灌溉渠道巡查养护')
      .text(53, 119, '受益农户满意')
      .text(160, 134, '甲');
    clipped(canvas, [50.4, 100.4, 155.6, 115.6], (cell) => cell.text(53, 114, '记录册数'));
    clipped(canvas, [50, 116, 156, 132], (cell) => cell.text(53, 107, '年末调查的').text(53, 131, '程度'));
    expect((await read(canvas)).rows).toEqual([
      '建立灌溉渠道巡查养护记录册数|',
      '年末调查的\n受益农户满意\n程度|',
      '|甲',
    ]);
  });

  it('is whole where a clip holds a whole row of cells', async () => {
    const canvas = low();
    clipped(canvas, [50, 100, 216, 116], (row) => {
      row
        .text(53, 102, '建立灌溉渠道巡查养护')
        .text(53, 114, '记录册数')
        .text(160, 102, '全年分批')
        .text(160, 114, '完成');
    });
    expect((await read(canvas)).rows).toEqual(['建立灌溉渠道巡查养护记录册数|全年分批完成', '|', '|']);
  });

  it('is left out where it stands apart, or is covered or without ink as well', async () => {
    const canvas = low();
    clipped(canvas, [50, 100, 156, 116], (cell) => cell.text(53, 102, '维护站点').text(53, 180, '旧稿'));
    clipped(canvas, [50, 116, 156, 132], (cell) => {
      cell.text(53, 118, '清淤长度').raw('3 Tr').text(53, 130, '无墨').raw('0 Tr');
    });
    clipped(canvas, [156, 116, 216, 132], (cell) => cell.text(160, 118, '旧值').text(160, 130, '旧注'));
    canvas.fill(157, 117, 215, 131, '1 1 1').text(160, 118, '新值');
    expect(await read(canvas)).toEqual({
      rows: ['维护站点|', '清淤长度|新值', '|'],
      codes: [
        ['unseen-text', 'p1 t1 r1 c1'],
        ['unseen-text', 'p1 t1 r2 c1'],
        ['unseen-text', 'p1 t1 r2 c2'],
      ],
    });
  });

  it('is not what a page break cuts: the rest is drawn on the next page', async () => {
    const page = (y: number): PdfCanvas => {
      const canvas = new PdfCanvas();
      const [top, bottom] = y > 0 ? [700, 720] : [60, 80];
      canvas.line(50, y > 0 ? 700 : 80, 250, y > 0 ? 700 : 80);
      for (const x of [50, 150, 250]) canvas.line(x, top, x, bottom);
      return clipped(canvas, [50, top, 250, bottom], (sheet) => {
        const start = y > 0 ? 704 : 52;
        sheet
          .text(53, start, '建立灌溉渠')
          .text(53, start + 14, '道养护记录')
          .text(153, start, '≥4册');
      });
    };
    const { diagnostics, blocks } = await readPages([page(1), page(-1)]);
    expect(diagnostics.filter(({ code }) => code === 'clipped-text')).toEqual([]);
    expect(JSON.stringify(blocks)).not.toContain('道养护记录道养护记录');
  });
});
