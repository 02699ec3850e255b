import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../extractors/bytes/limits.js';
import { readBytes } from '../../../extractors/read-bytes.js';
import { buildGrid } from '../../../extractors/tables/grid-builder.js';
import { type Extraction, type Grid, isGrid } from '../../../src/model/grid.js';
import {
  asOpenText,
  contentXml,
  flatOpenText,
  openText,
} from '../../support/disclosure-formats/as-open-text.js';
import { IS_THOROUGH } from '../../support/thorough.js';

const read = (bytes: Uint8Array): Promise<Extraction> => readBytes(bytes, { path: 'a.odt' });

const p = (text: string, style = ''): string => `<text:p text:style-name="${style}">${text}</text:p>`;
const cell = (text: string, attributes = ''): string =>
  `<table:table-cell ${attributes}>${text.startsWith('<') ? text : p(text)}</table:table-cell>`;
const covered = (text = ''): string =>
  `<table:covered-table-cell>${text && p(text)}</table:covered-table-cell>`;
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const table = (...rows: string[]): string => `<table:table>${rows.join('')}</table:table>`;

const shape = (grid: Grid): string[] =>
  grid.cells.map(
    (c) => `r${c.row}c${c.column}${c.rowSpan * c.colSpan > 1 ? ` ${c.rowSpan}x${c.colSpan}` : ''} ${c.text}`,
  );
/** Texts of paragraphs, shapes of tables. */
const shown = ({ blocks }: Extraction): string[] =>
  blocks.flatMap((block) => (isGrid(block) ? shape(block) : [block.text]));
const texts = async (body: string, styles = ''): Promise<string[]> =>
  shown(await read(openText(body, styles)));

describe('tables', () => {
  test.each([
    [
      'spans with the cells they cover',
      table(
        row(
          cell('项目', 'table:number-columns-spanned="2"'),
          covered(),
          cell('金额', 'table:number-rows-spanned="2"'),
        ),
        row(cell('甲'), cell('乙'), covered()),
      ),
      ['r1c1 1x2 项目', 'r1c3 2x1 金额', 'r2c1 甲', 'r2c2 乙'],
    ],
    [
      'repeated cells, covered ones and rows',
      table(
        row(
          cell('标题', 'table:number-columns-spanned="3"'),
          '<table:covered-table-cell table:number-columns-repeated="2"/>',
        ),
        row(cell('无', 'table:number-columns-repeated="2"'), cell('尾')),
        `<table:table-row table:number-rows-repeated="2">${cell('空', 'table:number-columns-repeated="3"')}</table:table-row>`,
      ),
      [
        'r1c1 1x3 标题',
        'r2c1 无',
        'r2c2 无',
        'r2c3 尾',
        'r3c1 空',
        'r3c2 空',
        'r3c3 空',
        'r4c1 空',
        'r4c2 空',
        'r4c3 空',
      ],
    ],
    [
      'covered cells that nothing covers stand for themselves',
      table(row(cell('甲'), covered('乙')), row(cell('丙'), cell('丁'))),
      ['r1c1 甲', 'r1c2 乙', 'r2c1 丙', 'r2c2 丁'],
    ],
    [
      'covered cells left out',
      table(
        row(cell('甲', 'table:number-columns-spanned="2"'), cell('乙')),
        row(cell('1'), cell('2'), cell('3')),
      ),
      ['r1c1 1x2 甲', 'r1c3 乙', 'r2c1 1', 'r2c2 2', 'r2c3 3'],
    ],
    [
      'row groups, and spans over hidden rows',
      table(
        `<table:table-rows>${row(cell('甲', 'table:number-rows-spanned="3"'), cell('1'))}<table:table-row table:visibility="collapse">${covered()}${cell('2')}</table:table-row>${row(covered(), cell('3'))}</table:table-rows>`,
      ),
      ['r1c1 2x1 甲', 'r1c2 1', 'r2c2 3'],
    ],
    [
      'lines and lists in a cell',
      table(
        row(
          cell(
            `${p('一')}${p('')}<text:list><text:list-item>${p('二<text:line-break/>三')}</text:list-item></text:list>${p(' ')}`,
          ),
        ),
      ),
      ['r1c1 一\n\n二\n三'],
    ],
  ])('%s', async (_, body, cells) => {
    expect(await texts(body)).toEqual(cells);
  });

  test('header rows, a table in a cell, and their places', async () => {
    const inner = `${p('前')}${table(row(cell('内')))}${p('后')}`;
    const [grid] = (
      await read(
        openText(
          table(`<table:table-header-rows>${row(cell('头'))}</table:table-header-rows>`, row(cell(inner))),
        ),
      )
    ).blocks.filter(isGrid);
    expect(grid).toMatchObject({ headerRows: 1, certainty: 'ruled' });
    const outer = grid?.cells[1];
    expect(outer?.text).toBe('前\n后');
    expect(outer?.nested?.[0]).toMatchObject({
      linesBefore: 1,
      cells: [{ text: '内', place: 't1 r2 c1 / t1 r1 c1' }],
    });
  });

  test('text of covered cells and hidden rows is reported', async () => {
    const { diagnostics } = await read(
      openText(
        table(
          row(cell('甲', 'table:number-columns-spanned="2"'), covered('旧值')),
          `<table:table-row table:visibility="collapse">${cell('藏')}${cell('')}</table:table-row>`,
        ),
      ),
    );
    expect(diagnostics).toMatchObject([
      { code: 'covered-text', place: 't1 r1 c2', message: expect.stringContaining('旧值') },
      { code: 'hidden-left-out' },
    ]);
  });

  test('any grid comes back as it was written', async () => {
    const source = fc.record({
      text: fc.constantFrom('', '甲', '一\n二'),
      rowSpan: fc.integer({ min: 1, max: 3 }),
      colSpan: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(source, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        async (rows) => {
          const grid = buildGrid(rows, { table: 1 });
          fc.pre(grid.cells.some((each) => each.text !== ''));
          expect(shown(await read(asOpenText([grid])))).toEqual(shape(grid));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('text', () => {
  test('white space as ODF has it, fields, rubies, links', async () => {
    expect(
      await texts(
        p('  预算\n   单位<text:s text:c="2"/>：<text:tab/>12 <text:span> 万元</text:span> ') +
          p(
            '<text:a>链接</text:a><text:ruby><text:ruby-base>满意</text:ruby-base><text:ruby-text>mǎnyì</text:ruby-text></text:ruby>第<text:page-number>3</text:page-number>页',
          ),
      ),
    ).toEqual(['预算 单位  ：\t12 万元', '链接满意第3页']);
  });

  test('headings, sections, text boxes and notes in order', async () => {
    const { blocks } = await read(
      openText(
        `<text:h text:outline-level="2">部门职责</text:h><text:section>${p(`负责登记<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('见附表')}</text:note-body></text:note>`)}</text:section>` +
          p(`附图<draw:frame><draw:text-box>${p('图中说明')}</draw:text-box></draw:frame>如下`),
      ),
    );
    expect(blocks[0]).toMatchObject({ text: '部门职责', heading: 2 });
    expect(blocks.map((block) => !isGrid(block) && block.text)).toEqual([
      '部门职责',
      '负责登记',
      '附图如下',
      '图中说明',
      '脚注1：见附表',
    ]);
  });

  test('deleted, hidden and commented text is left out, the hidden counted', async () => {
    const styles =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>' +
      '<style:style style:name="K" style:family="text" style:parent-style-name="H"/>';
    const body =
      `<text:tracked-changes><text:changed-region><text:deletion>${p('旧')}</text:deletion></text:changed-region></text:tracked-changes>` +
      p(
        '新<text:span text:style-name="K">密</text:span><office:annotation>' +
          p('批注') +
          '</office:annotation>',
      ) +
      `<text:section text:display="none">${p('藏')}</text:section>`;
    const extraction = await read(openText(body, styles));
    expect(shown(extraction)).toEqual(['新']);
    expect(extraction.diagnostics).toMatchObject([
      { code: 'hidden-left-out', message: expect.stringContaining('2 处') },
    ]);
  });

  test('title, headers and footers', async () => {
    const part = (inner: string): string =>
      contentXml('').replace(/<office:automatic-styles>.*<\/office:body>/, inner);
    const { title, blocks } = await read(
      openText(p('正文'), '', {
        'styles.xml': part(
          `<office:master-styles><style:master-page><style:footer>${p('内部资料')}</style:footer><style:header>${p('某局')}</style:header></style:master-page></office:master-styles>`,
        ),
        'meta.xml': part(
          '<office:meta xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>绩效目标</dc:title></office:meta>',
        ),
      }),
    );
    expect(title).toBe('绩效目标');
    expect(blocks.slice(1)).toMatchObject([
      { text: '某局', furniture: true },
      { text: '内部资料', furniture: true },
    ]);
  });
});

describe('files', () => {
  test.runIf(IS_THOROUGH)('a bomb ends at the limit', async () => {
    const bomb = openText('', '', { 'content.xml': ' '.repeat(LIMITS.inputBytes + 1) });
    expect(await read(bomb)).toMatchObject({ outcome: 'limit', reason: expect.any(String) });
  });

  const BODY = p('单位：某局') + table(row(cell('甲'), cell('1')));
  const EXPECTED = ['单位：某局', 'r1c1 甲', 'r1c2 1'];

  test('flat XML, other prefixes, no mimetype member', async () => {
    const renamed = contentXml(BODY)
      .replaceAll(/(<\/?|\s)table:/g, '$1tb:')
      .replaceAll('xmlns:table=', 'xmlns:tb=');
    const manifest =
      '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:media-type="application/vnd.oasis.opendocument.text" m:full-path="/"/></m:manifest>';
    for (const bytes of [
      flatOpenText(BODY),
      openText('', '', { 'content.xml': renamed }),
      zipSync({ 'content.xml': strToU8(contentXml(BODY)), 'META-INF/manifest.xml': strToU8(manifest) }),
    ]) {
      const extraction = await read(bytes);
      expect(extraction).toMatchObject({ format: 'odt', outcome: 'ok' });
      expect(shown(extraction)).toEqual(EXPECTED);
    }
  });

  test.each([
    ['cut off', openText('', '', { 'content.xml': contentXml(BODY).slice(0, -40) }), 'corrupt'],
    [
      'without content',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
      'corrupt',
    ],
    [
      'encrypted',
      openText(BODY, '', {
        'META-INF/manifest.xml': '<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
      }),
      'encrypted',
    ],
    ['empty', openText(p(' ')), 'empty'],
    ['pictures only', openText(p('<draw:frame><draw:image/></draw:frame>')), 'needs-ocr'],
    ['nested without end', openText('<text:section>'.repeat(400) + '</text:section>'.repeat(400)), 'limit'],
    [
      'a row repeated a billion times',
      openText(
        table(`<table:table-row table:number-rows-repeated="1000000000">${cell('甲')}</table:table-row>`),
      ),
      'limit',
    ],
    [
      'a long cell repeated',
      openText(table(row(cell('甲'.repeat(1000), 'table:number-columns-repeated="9000"')))),
      'limit',
    ],
    [
      'a column repeated a billion times',
      openText(table(row(cell('甲', 'table:number-columns-repeated="1000000000"')))),
      'limit',
    ],
    [
      'repetitions within repetitions',
      openText(
        [1, 2, 3, 4].reduce(
          (body) =>
            table(`<table:table-row table:number-rows-repeated="900">${cell(body)}</table:table-row>`),
          p('甲'),
        ),
      ),
      'limit',
    ],
    [
      'entities that grow',
      openText('', '', {
        'content.xml': `<!DOCTYPE a [<!ENTITY b "${'甲'.repeat(99)}">]>${contentXml(p('&b;'))}`,
      }),
      'corrupt',
    ],
  ])('%s', async (_, bytes, outcome) => {
    const { outcome: actual, reason } = await read(bytes);
    expect(actual).toBe(outcome);
    expect(reason).toBeTruthy();
  });
});
