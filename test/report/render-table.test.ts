import { describe, expect, it } from 'vitest';
import { renderTable } from '../../src/report/render-table.js';
import { textWidth } from '../../src/report/text-width.js';

const columns = [
  { name: 'region', title: '地区' },
  { name: 'project', title: '项目' },
  { name: 'amount_wan', title: '金额', unit: '万元' },
];

describe('renderTable', () => {
  it('aligns Chinese, pads amounts to two decimals and leaves blank values blank', () => {
    const rows = [
      { region: '东山区', project: '见义勇为', amount_wan: 1 },
      { region: '西河县', project: '见义勇为基金', amount_wan: 12.345 },
      { region: '北川', project: '涉密项目', amount_wan: null },
    ];
    expect(renderTable(rows, columns, 80)).toMatchInlineSnapshot(`
      "地区    项目            金额
      ──────  ────────────  ──────
      东山区  见义勇为        1.00
      西河县  见义勇为基金  12.345
      北川    涉密项目
      "
    `);
  });

  it('cuts the widest column first, so that every line fits', () => {
    const rows = [{ region: '东山区', project: '很长的项目名称'.repeat(20), amount_wan: 1 }];
    const lines = renderTable(rows, columns, 50).trimEnd().split('\n');
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(50);
    expect(lines[2]).toContain('东山区');
    expect(lines[2]).toContain('…');
    expect(lines[2]).toContain('1.00');
  });

  it('lets no text steer the terminal', () => {
    const rows = [{ region: '东\u001b[31m山\u202e区', project: 'a\tb', amount_wan: 1 }];
    const drawn = renderTable(rows, columns, 80);
    expect(drawn).toContain('东[31m山区  a b');
  });

  it('keeps a row on one line whatever line breaks its texts have', () => {
    const rows = [{ region: '东山区\n（新）', project: 'a\r\nb', amount_wan: 1 }];
    expect(renderTable(rows, columns, 80).trimEnd().split('\n')).toHaveLength(3);
  });
});
