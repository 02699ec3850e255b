import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../extractors/bytes/archive/open-archive.js';
import { readBytes } from '../../extractors/read-bytes.js';
import { buildGrid } from '../../extractors/tables/grid-builder.js';
import type { Block, Grid } from '../../src/model/grid.js';
import { paragraphPlace } from '../../src/model/place.js';
import { asOfd } from '../support/disclosure-formats/as-ofd.js';
import { asOldWord } from '../support/disclosure-formats/as-old-word.js';
import { asOpenText } from '../support/disclosure-formats/as-open-text.js';
import { asPdf } from '../support/disclosure-formats/as-pdf.js';
import { asRichText } from '../support/disclosure-formats/as-rich-text.js';
import { asGbkWebPage, asWebPage } from '../support/disclosure-formats/as-web-page.js';
import { asWord } from '../support/disclosure-formats/as-word.js';
import { asWorkbook } from '../support/disclosure-formats/as-workbook.js';
import { onlyGrid } from '../support/grid-shape.js';

/** A title over all columns, a label over two rows, a value over three columns. */
const FORM = buildGrid(
  [
    [{ text: '项目支出绩效目标表', colSpan: 4 }],
    [{ text: '项目名称' }, { text: '档案整理费', colSpan: 3 }],
    [{ text: '产出指标', rowSpan: 2 }, { text: '数量指标' }, { text: '整理档案卷数' }, { text: '≥1500卷' }],
    [{ text: '质量指标' }, { text: '合格率' }, { text: '100%' }],
  ],
  { table: 1 },
);
const MARK: Block = { kind: 'paragraph', text: '附表', place: paragraphPlace(1) };

const shape = (grid: Grid): string[] =>
  grid.cells.map((c) => `r${c.row}c${c.column} ${c.rowSpan}x${c.colSpan} ${c.text}`);
const EXPECTED = shape(FORM);

function positioned(): string {
  const divs = FORM.cells.map((c) => {
    const [left, top] = [40 + 120 * (c.column - 1), 100 + 24 * (c.row - 1)];
    const size = `width:${120 * c.colSpan}px;height:${24 * c.rowSpan}px`;
    return `<div style="position:absolute;left:${left}px;top:${top}px;${size};border:1px solid"></div><div style="position:absolute;left:${left + 5}px;top:${top + 5}px;font-size:14px">${c.text}</div>`;
  });
  const notes = ['附表', '金额单位', '万元'].map(
    (text, i) => `<div style="position:absolute;left:40px;top:${20 + 25 * i}px;font-size:14px">${text}</div>`,
  );
  return `<div style="position:relative;width:600px;height:800px">${divs.join('')}${notes.join('')}</div>`;
}

/** Workbooks have no text outside their cells. */
const FORMATS: [string, Uint8Array][] = [
  ['docx', asWord([MARK, FORM])],
  ['doc', asOldWord([MARK, FORM])],
  ['odt', asOpenText([MARK, FORM])],
  ['rtf', asRichText([MARK, FORM])],
  ['xlsx', asWorkbook([FORM], 'xlsx')],
  ['xls', asWorkbook([FORM], 'biff8')],
  ['ods', asWorkbook([FORM], 'ods')],
  ['html', asWebPage([MARK, FORM])],
  ['GBK html', asGbkWebPage([MARK, FORM])],
  ['pdf', asPdf([MARK, FORM])],
  ['ofd', asOfd([MARK, FORM])],
  ['html of positioned elements', strToU8(positioned())],
];

describe('the same form gives the same grid', () => {
  test.each(FORMATS)('%s', async (_format, bytes) => {
    const { outcome, blocks } = await readBytes(bytes, { path: 'a' });
    expect(outcome).toBe('ok');
    expect(shape(onlyGrid(blocks))).toEqual(EXPECTED);
  });

  test('each of them in one zip', async () => {
    const zip = zipSync(Object.fromEntries(FORMATS.map(([format, bytes], i) => [`${i} ${format}`, bytes])));
    let members = 0;
    for await (const member of openArchive(zip, 'a.zip')) {
      if (!('bytes' in member)) throw new Error(member.refused.reason);
      const { blocks } = await readBytes(member.bytes, { path: member.path });
      expect(shape(onlyGrid(blocks)), member.path).toEqual(EXPECTED);
      members++;
    }
    expect(members).toBe(FORMATS.length);
  });
});
