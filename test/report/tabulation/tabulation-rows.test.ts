import { describe, expect, it } from 'vitest';
import { measureTitle, type Tabulation } from '../../../src/model/tabulation.js';
import { renderCsv } from '../../../src/report/render-csv.js';
import { renderTable } from '../../../src/report/render-table.js';
import { tabulationColumns, tabulationRows } from '../../../src/report/tabulation/tabulation-rows.js';

const place = (province: string | null, value: number): Tabulation['places'][number] => ({
  province,
  city: null,
  region: null,
  region_code: null,
  cells: [{ value, isPartial: false }],
});
const table: Tabulation = {
  measure: 'amount',
  years: [2024],
  places: [place('湖南省', 442_859.042657), place(null, 58.5)],
};

describe('a measure of places and years', () => {
  it('has the same decimals all down a column, and a name for the place nobody knows', () => {
    const shown = renderTable(tabulationRows(table), tabulationColumns(table), 80);
    expect(shown).toContain('442859.04');
    expect(shown).toMatch(/地区未定\s+58\.50/);
  });

  it('keeps every digit in a file', async () => {
    let csv = '';
    for await (const piece of renderCsv(tabulationRows(table), tabulationColumns(table))) csv += piece;
    expect(csv).toContain('湖南省,442859.042657');
    expect(csv).toContain('地区未定,58.5');
  });

  it('says what it leaves out', () => {
    expect(measureTitle('findings')).toBe('疑点（条，已说明、排除的不计）');
  });
});
