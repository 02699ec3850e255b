import { describe, expect, it } from 'vitest';
import type { PageRecognition } from '../../../extractors/printed/document/found-page.js';
import {
  GLYPH_HIDDEN,
  GLYPH_UNMAPPED,
  type PageContent,
} from '../../../extractors/printed/page/page-content.js';
import { readPrinted } from '../../../extractors/printed/read-printed.js';
import { isGrid } from '../../../src/model/grid.js';
import { gridShape, onlyGrid } from '../../support/grid-shape.js';
import { A4, picturePage, recognizedPage } from '../../support/recognized-page.js';

const ROWS = [
  ['指标', '指标值'],
  ['宣传场次', '≥12场'],
];

const written = (): PageContent => {
  const content = recognizedPage('负责全区的宣传工作和教育培训工作', []);
  delete content.glyphs.confidence;
  return content;
};

/** Finds the same page on every picture, and notes which it was asked for. */
function recognition(
  found: (page: number) => PageContent | null,
  options: Partial<PageRecognition> = {},
): PageRecognition & { asked: number[] } {
  const asked: number[] = [];
  return {
    again: false,
    isSpent: () => false,
    async page(number) {
      asked.push(number);
      return found(number);
    },
    asked,
    ...options,
  };
}

const codesOf = ({ diagnostics }: { diagnostics: { code: string; place?: string }[] }): string[] =>
  diagnostics.map(({ code, place }) => `${code} ${place}`);

describe('pages without text', () => {
  it('are read from their pictures, and no page that has text is', async () => {
    const recognizer = recognition(() => recognizedPage('绩效目标表', ROWS));
    const pages = [written(), picturePage()];
    const extraction = await readPrinted(pages, { count: 2, recognition: recognizer });
    expect(recognizer.asked).toEqual([2]);
    expect(extraction).toMatchObject({ outcome: 'ok', pictures: 'read', recognized: { pages: [2] } });
    expect(gridShape(onlyGrid(extraction.blocks))).toEqual([
      'p2 t1 r1 c1 指标',
      'p2 t1 r1 c2 指标值',
      'p2 t1 r2 c1 宣传场次',
      'p2 t1 r2 c2 ≥12场',
    ]);
    expect(codesOf(extraction)).toEqual(['recognized-picture p2']);
  });

  it('tell how sure the least sure character of each text is', async () => {
    const sureOf = (text: string): number => (text === '≥12场' ? 61 : text === '宣传场次' ? 93 : 99);
    const recognizer = recognition(() => recognizedPage('绩效目标表', ROWS, sureOf));
    const { blocks, diagnostics } = await readPrinted([written(), picturePage()], {
      count: 2,
      recognition: recognizer,
    });
    expect(onlyGrid(blocks).cells.map(({ recognized }) => recognized)).toEqual([0.99, 0.99, 0.93, 0.61]);
    expect(blocks.filter((block) => !isGrid(block)).map(({ recognized }) => recognized)).toEqual([
      undefined,
      0.99,
    ]);
    expect(diagnostics[0]?.message).toBe('第 2 页是图像，文字由识别得到，可能有错，其中 4 个字把握不大');
  });

  it('keep blank cells without any sureness', async () => {
    const recognizer = recognition(() =>
      recognizedPage('绩效目标表', [
        ['指标', ''],
        ['', '12'],
      ]),
    );
    const { blocks } = await readPrinted([picturePage()], { count: 1, recognition: recognizer });
    expect(onlyGrid(blocks).cells.map(({ recognized }) => recognized)).toEqual([
      0.99,
      undefined,
      undefined,
      0.99,
    ]);
  });

  it('have their boxes where they stand on the page as displayed', async () => {
    const recognizer = recognition(() => ({
      ...recognizedPage('绩效目标表', ROWS),
      width: A4.height,
      height: A4.width,
      asDisplayed: ({ left, top, right, bottom }) => ({
        left: left / 2,
        top: 10 + top / 2,
        right: right / 2,
        bottom: 10 + bottom / 2,
      }),
    }));
    const { blocks, pages, recognized } = await readPrinted([picturePage()], {
      count: 1,
      recognition: recognizer,
    });
    expect(pages).toEqual([[A4.width, A4.height]]);
    expect(onlyGrid(blocks).cells[0]?.boxes).toEqual([{ page: 1, box: [25, 60, 85, 72] }]);
    const letter = recognized?.texts
      .flatMap(({ letters }) => letters.flat())
      .find(({ text }) => text === '指');
    expect(letter).toEqual({
      text: '指',
      page: 1,
      box: { left: 26.5, top: 63.5, right: 31.5, bottom: 68.5 },
    });
  });

  it('are needs-ocr only where nothing recognizes them', async () => {
    expect(await readPrinted([picturePage()], { count: 1 })).toMatchObject({
      outcome: 'needs-ocr',
      pictures: 'left',
    });
    const blank = recognition(() => null);
    const extraction = await readPrinted([picturePage()], { count: 1, recognition: blank });
    expect(extraction).toMatchObject({ outcome: 'empty', pictures: 'read' });
    expect(extraction.recognized).toBeUndefined();
    expect(codesOf(extraction)).toEqual(['picture-without-text p1']);
  });

  it('beyond the limit of a document are left as they are', async () => {
    const recognizer: ReturnType<typeof recognition> = recognition(() => recognizedPage('绩效目标表', ROWS), {
      isSpent: () => recognizer.asked.length > 0,
    });
    const extraction = await readPrinted([picturePage(), picturePage()], {
      count: 2,
      recognition: recognizer,
    });
    expect(extraction).toMatchObject({ outcome: 'partial', pictures: 'read', recognized: { pages: [1] } });
    expect(codesOf(extraction)).toEqual([
      'recognized-picture p1',
      'page-image-only p2',
      'recognition-limit p2',
    ]);
  });

  it('are recognized where their font tells no characters; without result the garbled text is not taken', async () => {
    const garbled = (): PageContent => {
      const content = written();
      content.glyphs.flags.fill(GLYPH_UNMAPPED);
      return content;
    };
    const found = await readPrinted([garbled()], {
      count: 1,
      recognition: recognition(() => recognizedPage('绩效目标表', ROWS)),
    });
    expect(found.diagnostics[0]?.message).toContain('的字体没有文字对照，文字由识别得到');
    const nothing = await readPrinted([garbled()], { count: 1, recognition: recognition(() => null) });
    expect(nothing).toMatchObject({ outcome: 'needs-ocr', blocks: [] });
  });

  it('with the text of an earlier recognition are recognized anew only where that is asked for', async () => {
    const layered = (): PageContent => {
      const content = { ...written(), images: picturePage().images };
      content.glyphs.flags.fill(GLYPH_HIDDEN);
      return content;
    };
    const plain = recognition(() => recognizedPage('绩效目标表', ROWS));
    const taken = await readPrinted([layered()], { count: 1, recognition: plain });
    expect(plain.asked).toEqual([]);
    expect(taken).toMatchObject({ outcome: 'ok', pictures: 'layer' });
    const eager = recognition(() => recognizedPage('绩效目标表', ROWS), { again: true });
    const anew = await readPrinted([layered()], { count: 1, recognition: eager });
    expect(eager.asked).toEqual([1]);
    expect(anew).toMatchObject({ outcome: 'ok', pictures: 'read' });
  });

  it('tell of themselves while a page is being recognized', async () => {
    const told: string[] = [];
    const slow = recognition(() => null, {
      page: () => new Promise((resolve) => setTimeout(() => resolve(recognizedPage('表', ROWS)), 2300)),
    });
    await readPrinted([picturePage()], {
      count: 1,
      recognition: slow,
      progress: (done, total) => told.push(`${done}/${total}`),
    });
    expect(told).toEqual(['0/1', '1/1']);
  });
});

describe('tables over pages that are pictures', () => {
  const HEAD = ['项目名称', '绩效指标', '绩效指标值'];
  const FULL = Array.from({ length: 28 }, (_, i) => [`项目${i}`, '宣传场次', '≥12场']);
  const joinedRows = async (heading: string, head: readonly string[]): Promise<number[]> => {
    const pages = [
      recognizedPage('预算12表项目支出绩效目标表', [HEAD, ...FULL]),
      recognizedPage(heading, [head, ['培训', '培训人数', '≥90人']]),
    ];
    const { blocks } = await readPrinted([picturePage(), picturePage()], {
      count: 2,
      recognition: recognition((page) => pages[page - 1] ?? null),
    });
    return blocks.filter(isGrid).map((grid) => Math.max(...grid.cells.map(({ row }) => row)));
  };

  it('go on where caption and head are read a little otherwise', async () => {
    const head = ['项目名称', '续效指标', '绩效指标值'];
    expect(await joinedRows('预算12表项目支出续效目标表', head)).toEqual([30]);
  });

  it('are two where these are others: with another figure, or another text', async () => {
    expect(await joinedRows('预算13表项目支出绩效目标表', HEAD)).toEqual([29, 2]);
    expect(await joinedRows('预算12表部门整体绩效目标表', HEAD)).toEqual([29, 2]);
    expect(await joinedRows('预算12表项目支出绩效目标表', ['单位名称', '资金来源', '金额'])).toEqual([29, 2]);
  });
});
