import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectGlyphs, type PlacedGlyph } from '../../../extractors/printed/page/collect-glyphs.js';
import { linesOfBox } from '../../../extractors/printed/page/lines-of-box.js';
import type { PageContent, Rule } from '../../../extractors/printed/page/page-content.js';
import { readPrinted } from '../../../extractors/printed/read-printed.js';
import { blockTexts, gridShape, onlyGrid } from '../../support/grid-shape.js';

const SIZE = 10;

const line = (text: string, left: number, top: number, run: number): PlacedGlyph[] =>
  [...text].map((character, i) => ({
    code: character.codePointAt(0) ?? 0,
    left: left + i * SIZE,
    right: left + (i + 1) * SIZE,
    top,
    bottom: top + SIZE,
    run,
  }));

const page = (glyphs: readonly PlacedGlyph[], rules: Rule[] = []): PageContent => ({
  width: 600,
  height: 800,
  glyphs: collectGlyphs(glyphs),
  rules,
  fills: [],
  images: [],
  shapes: 0,
});

/** A table with all its lines, columns 100 and rows 20 points apart. */
function table(rows: readonly (readonly string[])[]): PageContent {
  const columns = rows[0]?.length ?? 0;
  const [right, bottom] = [50 + 100 * columns, 100 + 20 * rows.length];
  const across = rows.map((_, r): Rule => ({ horizontal: true, at: 100 + 20 * r, from: 50, to: right }));
  const down = Array.from(
    { length: columns + 1 },
    (_, c): Rule => ({ horizontal: false, at: 50 + 100 * c, from: 100, to: bottom }),
  );
  return page(
    rows.flatMap((row, r) =>
      row.flatMap((text, c) => line(text, 55 + 100 * c, 105 + 20 * r, r * columns + c)),
    ),
    [...across, { horizontal: true, at: bottom, from: 50, to: right }, ...down],
  );
}

describe('printed pages from whatever knows them', () => {
  it('become the table that was drawn', async () => {
    const text = fc.stringMatching(/^[甲乙丙宣传]{1,6}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 4 }).chain((columns) =>
          fc.array(fc.array(text, { minLength: columns, maxLength: columns }), {
            minLength: 2,
            maxLength: 6,
          }),
        ),
        async (rows) => {
          const { outcome, blocks } = await readPrinted([table(rows)], { count: 1 });
          expect(outcome).toBe('ok');
          expect(gridShape(onlyGrid(blocks))).toEqual(
            rows.flatMap((row, r) => row.map((own, c) => `p1 t1 r${r + 1} c${c + 1} ${own}`)),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('are read one by one as they are made, and tell how far they are', async () => {
    const made: number[] = [];
    const told: string[] = [];
    async function* pages(): AsyncGenerator<PageContent> {
      for (let number = 1; number <= 3; number++) {
        made.push(number);
        yield page(line('负责宣传工作。', 50, 100, 0));
      }
    }
    const progress = (done: number, total: number) => told.push(`${done}/${total} of ${made.length}`);
    const { blocks, pages: sizes } = await readPrinted(pages(), { count: 3, progress });
    expect(told).toEqual(['1/3 of 1', '2/3 of 2', '3/3 of 3']);
    expect(sizes).toEqual(Array.from({ length: 3 }, () => [600, 800]));
    expect(blockTexts(blocks)).toHaveLength(3);
  });

  it('that cannot be loaded, or are pictures, are told', async () => {
    const picture = { ...page([]), images: [{ left: 0, top: 0, right: 600, bottom: 700 }] };
    const contents = [page(line('职责', 50, 100, 0)), null, picture];
    const { outcome, reason, pages, diagnostics } = await readPrinted(contents, { count: 3 });
    expect({ outcome, reason }).toEqual({ outcome: 'partial', reason: '3 页中有 2 页读不出：第 2、3 页' });
    expect(pages?.[1]).toBeNull();
    expect(diagnostics.map(({ code, place }) => `${code} ${place}`)).toEqual([
      'page-unloadable p2',
      'page-image-only p3',
    ]);
    expect(await readPrinted([picture], { count: 1 })).toMatchObject({ outcome: 'needs-ocr' });
    await expect(readPrinted([null, null], { count: 2 })).rejects.toMatchObject({ outcome: 'corrupt' });
  });

  it('printed sideways are read upright, their boxes as displayed', async () => {
    const upright = table([
      ['指标', '数值'],
      ['宣传', '十二'],
    ]);
    const { glyphs, width, height } = upright;
    const turned: PageContent = {
      ...upright,
      width: height,
      height: width,
      glyphs: {
        ...glyphs,
        left: glyphs.bottom.map((y) => height - y),
        right: glyphs.top.map((y) => height - y),
        top: glyphs.left,
        bottom: glyphs.right,
        x: glyphs.y.map((y) => height - y),
        y: glyphs.x,
        turn: glyphs.turn.map(() => 1),
      },
      rules: upright.rules.map(({ horizontal, at, from, to }) =>
        horizontal
          ? { horizontal: false, at: height - at, from, to }
          : { horizontal: true, at, from: height - to, to: height - from },
      ),
    };
    const [plain, sideways] = await Promise.all(
      [upright, turned].map(async (content) => onlyGrid((await readPrinted([content], { count: 1 })).blocks)),
    );
    expect(sideways && gridShape(sideways)).toEqual(plain && gridShape(plain));
    expect(sideways?.cells[0]?.boxes).toEqual([{ page: 1, box: [680, 50, 700, 150] }]);
  });

  it('with very many areas are drawings: these are no backgrounds', async () => {
    const fills = Array.from({ length: 5_000 }, (_, i) => ({
      left: 50 + 7 * (i % 70),
      right: 57 + 7 * (i % 70),
      top: 100 + 7 * Math.floor(i / 70),
      bottom: 107 + 7 * Math.floor(i / 70),
      white: false,
    }));
    const content = { ...page(line('示意图', 60, 110, 0)), fills };
    expect(blockTexts((await readPrinted([content], { count: 1 })).blocks)).toEqual(['示意图']);
  });
});

describe('a thin box', () => {
  const box = (width: number, height: number) => ({
    left: 10,
    top: 20,
    right: 10 + width,
    bottom: 20 + height,
  });
  it('is a line along its middle, a dot one of both directions', () => {
    const drawn = (width: number, height: number) => linesOfBox(box(width, height), box(width, height));
    expect(drawn(100, 1)).toEqual([{ horizontal: true, at: 20.5, from: 10, to: 110 }]);
    expect(drawn(2, 50)).toEqual([{ horizontal: false, at: 11, from: 20, to: 70 }]);
    expect(drawn(2, 1).map(({ horizontal }) => horizontal)).toEqual([true, false]);
  });
});
