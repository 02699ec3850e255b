import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pdfReader } from '../../../extractors/pdf/pdf-reader.js';
import type { Grid } from '../../../src/model/grid.js';
import { gridsOf } from '../../support/read-pdf.js';
import { someOf } from '../../support/thorough.js';

/**
 * Tables of real packs, most of them compared with their pages by eye before their shape was written down (not: shangwuwei 9,
 * 25, 28, zhengfuban 15, 24, shangwuju 29, 36, guangzhou xinfangju 19, shanghai 17). The golden file holds shapes and hashes only; `UPDATE_GOLDEN=1` writes it anew, never in CI.
 */
const PAGES: Record<string, number[]> = {
  'beijing/gonganju': [17, 32],
  'beijing/tongjiju': [27],
  'beijing/xinfangban': [13, 17],
  'beijing/yibaoju': [15, 27],
  'changsha/jiaoyuju': [22, 24],
  'chongqing/shangwuwei': [9, 25, 26, 28],
  'chongqing/zhengfuban': [15, 24],
  'fuzhou/cangshan-shengtaiju': [17, 25],
  'fuzhou/gonganju': [29, 30],
  'fuzhou/shangwuju': [29, 34, 36],
  'guangzhou/shengtaiju-zhengti': [1],
  'guangzhou/xinfangju': [19],
  'hangzhou/qixiangju': [16, 25],
  'shanghai/xinfangju': [8, 17],
  'xian/qixiangju': [30, 31, 32],
  'xian/tongjiju': [47, 50],
  'xian/xinfangju': [33, 42],
  'xian/xuanchuanbu': [42, 43],
  'zhuhai/caizhengju': [18, 21],
};

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
const GOLDEN = fileURLToPath(new URL('../../golden/pdf-corpus.json', import.meta.url));
const updating = process.env.UPDATE_GOLDEN === '1';

const hash = (values: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);

const shapeOf = (grid: Grid): string => {
  const merged = grid.cells.filter((cell) => cell.rowSpan * cell.colSpan > 1).length;
  const layout = hash(grid.cells.map((cell) => [cell.row, cell.column, cell.rowSpan, cell.colSpan]));
  const texts = hash(grid.cells.map((cell) => cell.text));
  return `p${grid.page} t${grid.table}: ${grid.rows}x${grid.columns}, ${grid.cells.length} cells, ${merged} merged, layout ${layout}, texts ${texts}`;
};

async function shapesOf(file: string, pages: readonly number[]): Promise<string[]> {
  const extraction = await pdfReader.read(readFileSync(`${CORPUS}${file}.pdf`), { path: file });
  return gridsOf(extraction)
    .filter((grid) => grid.page !== undefined && pages.includes(grid.page))
    .map(shapeOf);
}

describe.skipIf(!existsSync(CORPUS))('tables of real packs', () => {
  it('golden results are not written in CI', () => {
    expect(updating && process.env.CI === 'true').toBe(false);
  });

  it('have the shapes and texts that were checked', async () => {
    const shapes: Record<string, string[]> = {};
    const packs = updating ? Object.entries(PAGES) : someOf(4, Object.entries(PAGES));
    for (const [file, pages] of packs) shapes[file] = await shapesOf(file, pages);
    if (updating && process.env.CI !== 'true') writeFileSync(GOLDEN, `${JSON.stringify(shapes, null, 2)}\n`);
    const golden: Record<string, string[]> = JSON.parse(readFileSync(GOLDEN, 'utf8'));
    expect(Object.keys(golden)).toEqual(Object.keys(PAGES));
    expect(shapes).toEqual(Object.fromEntries(packs.map(([file]) => [file, golden[file]])));
  });
});
