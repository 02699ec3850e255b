import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../extractors/bytes/limits.js';
import { narrowTexts } from '../../../extractors/html/narrow-texts.js';
import { parsePage } from '../../../extractors/html/parse-page.js';
import { takePositionedPages } from '../../../extractors/html/positioned-pages.js';
import { readBytes } from '../../../extractors/read-bytes.js';
import { blockTexts, gridShape, onlyGrid } from '../../support/grid-shape.js';

const WIDTH = 120;
const HEIGHT = 24;

/** A cell as converters draw it: a box with borders, and a text somewhere inside. */
function cell(column: number, row: number, text: string, columns = 1, rows = 1): string {
  const left = 100 + column * WIDTH;
  const top = 200 + row * HEIGHT;
  const box = `left:${left}px;top:${top}px;width:${columns * WIDTH}px;height:${rows * HEIGHT}px`;
  return `<div style="position:absolute;${box};border:1px solid #000"></div><div class="t" style="left:${left + 6}px;top:${top + 5}px">${text}</div>`;
}

const HEAD =
  '<style>.t{position:absolute;white-space:nowrap;font-size:14px}.page{position:relative;width:800px;height:1100px}</style>';

const TABLE =
  cell(0, 0, '产出指标', 1, 2) +
  cell(1, 0, '数量指标') +
  cell(2, 0, '整理档案') +
  cell(3, 0, '≥1500卷') +
  cell(1, 1, '质量指标') +
  cell(2, 1, '合格率') +
  cell(3, 1, '100%') +
  cell(0, 2, '资金总额', 2) +
  cell(2, 2, '120.5') +
  cell(3, 2, '万元');

const title = (text: string): string => `<div class="t" style="left:300px;top:100px">${text}</div>`;
const pagesOf = (html: string) => takePositionedPages(parsePage(html));
const page = (content: string): string => `<div class="page">${content}</div>`;

describe('pages of positioned elements', () => {
  test('texts and borders become a grid', async () => {
    const bytes = Buffer.from(
      HEAD + page(title('部门整体支出绩效目标表') + title('金额单位').replace('100px', '130px') + TABLE),
    );
    const extraction = await readBytes(bytes, { path: 'a.html' });
    expect(extraction).toMatchObject({ format: 'html', outcome: 'ok' });
    expect(blockTexts(extraction.blocks)).toEqual(['部门整体支出绩效目标表', '金额单位', '[3x4]']);
    expect(gridShape(onlyGrid(extraction.blocks))).toEqual([
      'p1 t1 r1 c1 2x1 产出指标',
      'p1 t1 r1 c2 数量指标',
      'p1 t1 r1 c3 整理档案',
      'p1 t1 r1 c4 ≥1500卷',
      'p1 t1 r2 c2 质量指标',
      'p1 t1 r2 c3 合格率',
      'p1 t1 r2 c4 100%',
      'p1 t1 r3 c1 1x2 资金总额',
      'p1 t1 r3 c3 120.5',
      'p1 t1 r3 c4 万元',
    ]);
  });

  test('rules as thin boxes, places in points, from the right and from the bottom, inside other boxes', () => {
    const texts = Array.from(
      { length: 12 },
      (_, i) => `<p style="position:absolute;left:10pt;top:${20 * i}pt">行${i}</p>`,
    );
    const found = pagesOf(
      `<div style="position:relative;width:400pt;height:600pt">${texts.join('')}` +
        '<div style="position:absolute;left:10pt;top:100pt;width:200pt;height:1px;background-color:black"></div>' +
        '<div style="position:absolute;left:50pt;top:50pt;width:100pt;height:100pt"><span style="position:absolute;right:0;bottom:0;width:20pt;height:10pt;font-size:200%">角<br>下</span></div></div>',
    );
    const pages = found?.pages;
    expect(pages?.[0]?.rules).toEqual([{ left: 10, top: 100, right: 210, bottom: 100.75 }]);
    expect(pages?.[0]?.texts.slice(-2)).toMatchObject([
      { text: '角', x: 130, y: 140, size: 24 },
      { text: '下', x: 130, y: 170 },
    ]);
    expect(pages?.[0]).toMatchObject({ width: 401, height: 601 });
  });

  test('a text a little too wide stays in its cell, one drawn twice stays as wide', () => {
    const texts = [
      { x: 10, y: 5, size: 10, text: '服务对象满意度' },
      { x: 10.3, y: 5, size: 10, text: '服务对象满意度' },
      { x: 74, y: 5, size: 10, text: '群众' },
    ];
    const rules = [{ left: 72, top: 0, right: 72.5, bottom: 20 }];
    const { texts: narrowed } = narrowTexts({ width: 200, height: 20, texts, rules, backgrounds: [] });
    expect(narrowed.map(({ width }) => width && Math.round(width * 10) / 10)).toEqual([
      61.5,
      61.2,
      undefined,
    ]);
  });

  test('each relatively positioned block is a page', () => {
    const found = pagesOf(HEAD + page(TABLE) + page(TABLE));
    expect(found?.pages.map(({ texts }) => texts.length)).toEqual([10, 10]);
  });

  test.each([
    ['a path to the page', '<table><tr><td>首页</td><td>财政预算</td></tr></table>', ['[1x2]']],
    ['a menu and a heading', '<ul><li>首页</li></ul><h1>2026年部门预算</h1>', ['首页', '2026年部门预算']],
    ['the page itself in a table', '', []],
  ])('what stands around them is read too: %s', async (name, around, texts) => {
    const inside = page(title('绩效目标表') + title('金额单位').replace('100px', '130px') + TABLE);
    const body = name.includes('itself') ? `<table><tr><td>${inside}</td></tr></table>` : around + inside;
    const { blocks } = await readBytes(Buffer.from(HEAD + body), { path: 'a.html' });
    expect(blockTexts(blocks)).toEqual([...texts, '绩效目标表', '金额单位', '[3x4]']);
  });

  test.each([
    ['a page with a positioned menu', `${HEAD}${title('首页')}<p>${'负责宣传工作。'.repeat(30)}</p>`],
    [
      'a page whose positioned boxes hold ordinary tables',
      `${HEAD}${`<div class="t" style="left:1px;top:1px"><table><tr><td>甲</td><td>乙</td></tr></table></div>`.repeat(12)}`,
    ],
    ['a page without any', '<p>负责宣传工作。</p>'],
  ])('%s is an ordinary page', (_name, html) => {
    expect(pagesOf(html)).toBeNull();
  });

  test('the order of the elements does not matter', async () => {
    const cells = TABLE.split(/(?=<div style)/);
    const whole = await readBytes(Buffer.from(HEAD + page(title('绩效目标表').repeat(3) + TABLE)), {
      path: 'a.html',
    });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(cells, { minLength: cells.length }), async (shuffled) => {
        const bytes = Buffer.from(HEAD + page(title('绩效目标表').repeat(3) + shuffled.join('')));
        const { blocks } = await readBytes(bytes, { path: 'a.html' });
        expect(gridShape(onlyGrid(blocks))).toEqual(gridShape(onlyGrid(whole.blocks)));
      }),
      { numRuns: 20 },
    );
  });

  test('letters placed one by one are a text without gaps, the same letter twice stays', async () => {
    /** Letters with their advances in hundredths of the font's height. */
    const letters = (top: number, text: string, advances: readonly number[]): string => {
      let left = 100;
      return [...text]
        .map((letter, i) => {
          const at = left;
          left += (20 * (advances[i] ?? 100)) / 100;
          return `<i class="t" style="left:${at}px;top:${top}px;font-size:20px">${letter}</i>`;
        })
        .join('');
    };
    const lines =
      letters(100, 'PM2.5年年下降', [61, 89, 50, 25, 50]) +
      letters(140, '占95%WTO', [100, 50, 50, 83, 94, 61]);
    const { blocks } = await readBytes(Buffer.from(HEAD + page(lines)), { path: 'a.html' });
    expect(blockTexts(blocks)).toEqual(['PM2.5年年下降', '占95%WTO']);
  });

  test('a text without a place for every letter is one code point a letter', async () => {
    const { blocks } = await readBytes(Buffer.from(HEAD + page(title('𠮷林省') + TABLE)), { path: 'a.html' });
    expect(blockTexts(blocks)[0]).toBe('𠮷林省');
  });

  test('the title of the page is kept, and a page saved with its MIME headers is read alike', async () => {
    const html = `<html><head><title>2026年部门预算公开</title>${HEAD}</head><body>${page(title('绩效目标表').repeat(3) + TABLE)}</body></html>`;
    const plain = await readBytes(Buffer.from(html), { path: 'a.html' });
    expect(plain.title).toBe('2026年部门预算公开');
    const mime = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="cut"',
      '',
      '--cut',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(html).toString('base64'),
      '--cut--',
    ].join('\r\n');
    expect(await readBytes(Buffer.from(mime), { path: 'a.mht' })).toEqual(plain);
  });

  test('more pages than are read end as limit', async () => {
    const texts = Array.from({ length: LIMITS.pages + 1 }, (_, i) =>
      page(`<i class="t" style="left:1px;top:1px">第${i}段</i>`),
    );
    const { format, outcome } = await readBytes(Buffer.from(HEAD + texts.join('')), { path: 'a.html' });
    expect({ format, outcome }).toEqual({ format: 'html', outcome: 'limit' });
  });
});
