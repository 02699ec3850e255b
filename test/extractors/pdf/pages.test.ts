import { constants, deflateRawSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { pdfReader } from '../../../extractors/pdf/pdf-reader.js';
import { buildPdf, drawTable, PdfCanvas, type PdfPage, plainTable } from '../../support/pdf-builder.js';
import { furnitureOf, gridsOf, paragraphsOf, readPages, rowsOf } from '../../support/read-pdf.js';
import { IS_THOROUGH } from '../../support/thorough.js';

const ROWS = [
  ['项目名称', '金额'],
  ['办公楼物业', '12.50'],
];
const read = (bytes: Uint8Array) => pdfReader.read(bytes, { path: 'test.pdf' });

describe('recognize', () => {
  it('tells a PDF by its first bytes, or by a header a little later', () => {
    expect(pdfReader.recognize(buildPdf([new PdfCanvas().page()]))).toBe(1);
    expect(pdfReader.recognize(new TextEncoder().encode('\n\n%PDF-1.4'))).toBeGreaterThan(0);
    expect(pdfReader.recognize(new TextEncoder().encode('PK\u0003\u0004'))).toBe(0);
  });
});

describe('turned pages', () => {
  /** The same landscape page, its content turned so that it is upright once the page is displayed turned. */
  const turnedPage = (turns: number): PdfPage => {
    const canvas = drawTable(new PdfCanvas(842, 595), plainTable(50, 100, [150, 80], ROWS));
    const matrix = ['1 0 0 1 0 0', '0 1 -1 0 595 0', '-1 0 0 -1 842 595', '0 -1 1 0 0 842'][turns];
    const size = turns % 2 === 1 ? { width: 595, height: 842 } : { width: 842, height: 595 };
    return { ...size, turns, content: `q ${matrix} cm\n${canvas.operators.join('\n')}\nQ` };
  };

  it.each([0, 1, 2, 3])('are read as displayed (%i quarter turns)', async (turns) => {
    const [grid] = gridsOf(await readPages([turnedPage(turns)]));
    expect(grid && rowsOf(grid)).toEqual(ROWS.map((row) => row.join('|')));
    expect(grid?.cells[3]?.boxes).toEqual([{ page: 1, box: [200, 120, 280, 140] }]);
  });

  it('with the table printed sideways are read upright; boxes stay as displayed', async () => {
    const canvas = drawTable(new PdfCanvas(842, 595), plainTable(50, 100, [150, 80], ROWS));
    const content = `q 0 1 -1 0 595 0 cm\n${canvas.operators.join('\n')}\nQ`;
    const [grid] = gridsOf(await readPages([{ width: 595, height: 842, content }]));
    expect(grid && rowsOf(grid)).toEqual(ROWS.map((row) => row.join('|')));
    expect(grid?.cells[3]?.boxes).toEqual([{ page: 1, box: [120, 562, 140, 642] }]);
  });
});

describe('text around tables', () => {
  const BODY = '按照预算管理有关规定本部门对项目支出全面实施绩效目标管理并按时公开有关情况和结果';

  it('becomes paragraphs: full lines go on, titles and short lines stay alone', async () => {
    const canvas = new PdfCanvas().text(200, 60, '一、部门职责', 12);
    canvas.text(120, 100, BODY.slice(0, 38)).text(100, 116, BODY.slice(0, 40)).text(100, 132, '的要求。');
    canvas.text(120, 148, '负责信访工作。');
    drawTable(canvas, plainTable(100, 200, [150, 80], ROWS)).text(100, 250, '注：本表按万元填列。');
    const { blocks } = await readPages([canvas]);
    expect(blocks.map((block) => (block.kind === 'grid' ? 'grid' : `${block.place} ${block.text}`))).toEqual([
      'p1 ¶1 一、部门职责',
      `p1 ¶2 ${BODY.slice(0, 38)}${BODY.slice(0, 40)}的要求。`,
      'p1 ¶3 负责信访工作。',
      'grid',
      'p1 ¶4 注：本表按万元填列。',
    ]);
  });

  it('marks page numbers and running lines as furniture, titles of tables not', async () => {
    const pages = [1, 2, 3, 4].map((number) => {
      const canvas = new PdfCanvas().text(230, 30, '某局2026年部门预算', 8);
      canvas.text(200, 80, `表${number} 绩效目标表`).text(290, 800, `- ${number} -`, 8);
      return drawTable(canvas, plainTable(60, 110, [100 + 10 * number, 100], ROWS));
    });
    const extraction = await readPages(pages);
    expect(paragraphsOf(extraction)).toEqual([1, 2, 3, 4].map((number) => `表${number} 绩效目标表`));
    expect(furnitureOf(extraction)).toHaveLength(8);
    expect(gridsOf(extraction)).toHaveLength(4);
  });

  it('tells a running line over continued tables from their title', async () => {
    const rows = (from: number) =>
      Array.from({ length: 34 }, (_, i) => [`项目${from + i}`, `${from + i}.50`]);
    const cover = new PdfCanvas().text(230, 30, '某局2026年部门预算', 8).text(200, 300, '部门预算', 20);
    const pages = [0, 34, 68].map((from) =>
      drawTable(
        new PdfCanvas().text(230, 30, '某局2026年部门预算', 8),
        plainTable(60, 90, [150, 80], rows(from)),
      ),
    );
    const extraction = await readPages([cover, ...pages]);
    expect(gridsOf(extraction).map((grid) => grid.rows)).toEqual([102]);
    expect(paragraphsOf(extraction)).toEqual(['部门预算']);
  });
});

describe('tables without rulings', () => {
  const columns = [60, 200, 300, 400];

  it('are found by alignment, as less certain', async () => {
    const canvas = new PdfCanvas();
    const rows = [
      ['指标名称', '指标性质', '指标值', '单位'],
      ['培训人数', '≥', '120', '人'],
      ['接访批次', '≥', '300', '批'],
      ['办结率', '', '98', '%'],
    ];
    rows.forEach((texts, row) => {
      texts.forEach((text, column) => {
        canvas.text(columns[column] ?? 0, 100 + 18 * row, text);
      });
    });
    const [grid] = gridsOf(await readPages([canvas]));
    expect(grid?.certainty).toBe('aligned');
    expect(grid && rowsOf(grid)).toEqual(rows.map((row) => row.join('|')));
  });

  it('are not made of running text or a table of contents', async () => {
    const canvas = new PdfCanvas();
    for (let line = 0; line < 8; line++) {
      canvas.text(60, 100 + 16 * line, '负责全市信访工作的协调 指导和监督 2026 年完成各项任务并按时公开');
      canvas.text(60, 300 + 16 * line, `第${line}部分 部门概况${'.'.repeat(60)} ${line + 1}`);
    }
    expect(gridsOf(await readPages([canvas]))).toEqual([]);
  });
});

describe('pages that cannot be read', () => {
  const IMAGE = {
    number: 100,
    dictionary:
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
    stream: '0',
  };
  const scan: PdfPage = {
    width: 595,
    height: 842,
    content: 'q 595 0 0 842 0 0 cm /X0 Do Q',
    resources: '/XObject << /X0 100 0 R >>',
  };
  const NO_MAP = [
    {
      number: 109,
      dictionary:
        '/Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Custom /Encoding /Identity-H /DescendantFonts [110 0 R]',
    },
    {
      number: 110,
      dictionary:
        '/Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Custom /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 111 0 R /DW 1000',
    },
    {
      number: 111,
      dictionary:
        '/Type /FontDescriptor /FontName /AAAAAA+Custom /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80',
    },
  ];
  const garbled: PdfPage = {
    width: 595,
    height: 842,
    content: 'BT /F9 10 Tf 50 700 Td <012301240125012601270128012901300131013201330134> Tj ET',
  };
  const text = drawTable(new PdfCanvas(), plainTable(50, 100, [150, 80], ROWS)).page();

  it('are needs-ocr where all are images, partial where some are', async () => {
    const all = await readPages([scan, scan], { objects: [IMAGE] });
    expect(all).toMatchObject({ outcome: 'needs-ocr', blocks: [] });
    expect(all.diagnostics.map(({ code }) => code)).toEqual(['page-image-only', 'page-image-only']);
    const some = await readPages([text, scan], { objects: [IMAGE] });
    expect(some.outcome).toBe('partial');
    expect(gridsOf(some)).toHaveLength(1);
  });

  it('give no garbage where the font has no Unicode', async () => {
    const extraction = await readPages([garbled, text], { objects: NO_MAP });
    expect(extraction.outcome).toBe('partial');
    expect(extraction.diagnostics.map(({ code }) => code)).toEqual(['no-unicode-map']);
    expect(extraction.blocks.every((block) => block.page === 2)).toBe(true);
  });

  it('are read where a scan carries its recognized text', async () => {
    const canvas = new PdfCanvas()
      .raw(scan.content)
      .raw('3 Tr')
      .text(50, 100, '部门整体支出绩效目标表二〇二六年');
    const extraction = await readPages([canvas.page(0, scan.resources)], { objects: [IMAGE] });
    expect(paragraphsOf(extraction)).toEqual(['部门整体支出绩效目标表二〇二六年']);
    expect(extraction.diagnostics.map(({ code }) => code)).toEqual(['recognized-text']);
  });

  it('are empty where nothing is on them', async () => {
    expect((await readPages([new PdfCanvas()])).outcome).toBe('empty');
  });
});

describe('files that cannot be read', () => {
  const made = (options: PDFKit.PDFDocumentOptions): Promise<Uint8Array> =>
    new Promise((resolve) => {
      const document = new PDFDocument(options);
      const chunks: Uint8Array[] = [];
      document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
      document.text('budget of the department');
      document.end();
    });

  it('are encrypted where a password opens them; an owner password alone does not matter', async () => {
    await expect(read(await made({ userPassword: 'secret' }))).rejects.toMatchObject({
      outcome: 'encrypted',
    });
    expect((await read(await made({ ownerPassword: 'secret' }))).outcome).toBe('ok');
  });

  it('are corrupt where they are cut off or no PDF', async () => {
    const whole = buildPdf([drawTable(new PdfCanvas(), plainTable(50, 100, [150, 80], ROWS)).page()]);
    await expect(read(whole.subarray(0, 400))).rejects.toMatchObject({ outcome: 'corrupt' });
    await expect(read(new TextEncoder().encode('%PDF-1.7\nnothing'))).rejects.toMatchObject({
      outcome: 'corrupt',
    });
    expect(gridsOf(await read(whole.subarray(0, whole.length - 20)))).toHaveLength(1);
  });

  it('end where the page tree turns in a circle', async () => {
    const canvas = drawTable(new PdfCanvas(), plainTable(50, 100, [150, 80], ROWS));
    const cyclic = buildPdf([canvas.page()], {
      pageTree: (kids) => `/Type /Pages /Kids [2 0 R ${kids} 2 0 R] /Count 3 /Parent 2 0 R`,
    });
    const outcome = await read(cyclic).then(
      (extraction) => extraction.outcome,
      (error: { outcome?: string }) => error.outcome,
    );
    expect(['ok', 'partial', 'corrupt', 'needs-ocr', 'empty']).toContain(outcome);
  });

  it.runIf(IS_THOROUGH)(
    'are beyond the limit where they inflate without end; the next file is read',
    async () => {
      const piece = deflateRawSync(Buffer.alloc(10_000_000, 0x20), { finishFlush: constants.Z_FULL_FLUSH });
      const stream = `789c${piece.toString('hex').repeat(90)}>`;
      const blank = { number: 100, dictionary: '/Filter [/ASCIIHexDecode /FlateDecode]', stream };
      const page = { width: 595, height: 842, content: '', streams: ['100 0 R'] };
      const bomb = buildPdf([page], { objects: [blank] });
      await expect(read(bomb)).rejects.toMatchObject({ name: 'LimitError' });
      const canvas = drawTable(new PdfCanvas(), plainTable(50, 100, [150, 80], ROWS));
      expect(gridsOf(await readPages([canvas]))).toHaveLength(1);
    },
  );

  it('are beyond the limit where they claim too many pages', async () => {
    const bytes = buildPdf([new PdfCanvas().page()], {
      pageTree: (kids) => `/Type /Pages /Kids [${kids}] /Count 5000`,
    });
    await expect(read(bytes)).rejects.toMatchObject({ name: 'LimitError' });
  });
});
