import { read, utils, type WorkSheet } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { auditWorkbook } from '../../../src/report/audit-workbook/audit-workbook.js';
import { bytesOf } from '../../support/bytes-of.js';
import { type SampleReport, sampleReport } from '../../support/sample-report.js';

const SHEETS = ['说明', '汇总', '部门汇总', '清单', '证据', '未执行及原因', '规则'];

async function written({ report, means }: SampleReport) {
  const bytes = await bytesOf(auditWorkbook(report, means));
  const workbook = read(bytes, { cellFormula: true });
  const sheet = (name: string): WorkSheet => workbook.Sheets[name] ?? {};
  const rows = (name: string) => utils.sheet_to_json<Record<string, unknown>>(sheet(name), { defval: null });
  const xml = (name: string) =>
    strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${SHEETS.indexOf(name) + 1}.xml`] ?? new Uint8Array());
  return { names: workbook.SheetNames, sheet, rows, xml };
}

/** The cell in the column with this header, in this row from 1. */
function cellIn(sheet: WorkSheet, header: string, row: number) {
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  for (let c = 0; c <= range.e.c; c++) {
    if (sheet[utils.encode_cell({ r: 0, c })]?.v === header)
      return sheet[utils.encode_cell({ r: row - 1, c })];
  }
  throw new Error(`no column ${header}`);
}

describe('auditWorkbook', () => {
  it('has its sheets with frozen headers and filters', async () => {
    const { names, sheet, xml } = await written(sampleReport());
    expect(names).toEqual(SHEETS);
    for (const name of SHEETS) {
      expect(xml(name)).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      if (name !== '说明') expect(sheet(name)['!autofilter']?.ref).toMatch(/^A1:/);
    }
  });

  it('lists the findings in order with figures as numbers', async () => {
    const { rows } = await written(sampleReport());
    expect(rows('清单')).toMatchObject([
      {
        编号: 'f12',
        程度: '错误',
        地区: '青禾省临川市云溪区',
        部门: '云溪区水利局',
        '差额（元）': 100000,
        '差额（万元）': 10,
        '占比（%）': 11.11,
        疑点指纹: '00aa',
      },
      { 编号: 'f5', 程度: '提示', 判断: '需人工判断', '差额（元）': null, 位置: '¶1' },
    ]);
  });

  it('leads from the list to the evidence and back, wherever the list is sorted to', async () => {
    const { sheet, rows } = await written(sampleReport());
    expect(cellIn(sheet('清单'), '编号', 3)?.l?.Target).toBe("#'证据'!A5");
    const back = cellIn(sheet('证据'), '编号', 5);
    expect(back?.v).toBe('f5');
    expect(back?.f).toBe(`HYPERLINK("#'清单'!A"&MATCH("f5",'清单'!$A:$A,0),"f5")`);
    expect(rows('证据')).toHaveLength(4);
    expect(rows('证据')[1]).toMatchObject({
      编号: 'f12',
      序号: 2,
      项: '渠道清淤',
      原文: '60',
      位置: 't1 r4 c3',
      所在行: '1 ｜ 渠道清淤 ｜ 【60】',
    });
  });

  it('offers the states of a review', async () => {
    const { xml, sheet } = await written(sampleReport());
    expect(xml('清单')).toContain('<formula1>"待核实,属实,已说明,排除"</formula1>');
    const [, column] = /<dataValidation [^>]*sqref="([A-Z]+)2:\1?[A-Z]*3"/.exec(xml('清单')) ?? [];
    expect(sheet('清单')[`${column}1`]?.v).toBe('处理状态');
  });

  it('counts by rule and by department, those without findings included', async () => {
    const { rows } = await written(sampleReport());
    expect(rows('汇总')).toMatchObject([
      { 疑点: '汇总表合计与各行之和不符', 判断次数: 4, 不符: 1, 相符: 3 },
      { 疑点: '标题年度不同', 判断次数: 3, 需人工判断: 1, 不适用: 4, 未能核查: 1 },
    ]);
    expect(rows('部门汇总').map((row) => [row.部门, row.错误, row.提示, row.相符])).toEqual([
      ['云溪区水利局', 1, 0, 2],
      ['石桥县信访局', 0, 1, 2],
      ['石桥县统计局', 0, 0, 2],
    ]);
  });

  it('says what was not judged', async () => {
    const { rows } = await written(sampleReport());
    expect(rows('未执行及原因')).toEqual([
      { 情形: '文档未核查', 疑点: null, 原因: '没有读成：需要文字识别', 次数: 1, 所在: '石桥/扫描件.pdf' },
      {
        情形: '未能核查',
        疑点: '标题年度不同',
        原因: '标题读不出',
        次数: 1,
        所在: '青禾省双河市石桥县 2023 年 石桥县信访局，石桥/信访局.docx',
      },
      { 情形: '不适用', 疑点: '标题年度不同', 原因: '没有标题', 次数: 4, 所在: null },
    ]);
  });

  it('keeps hostile text as text', async () => {
    const attack = '=HYPERLINK("http://example.org","点")\u0001\u202E<b>&';
    const { sheet } = await written(sampleReport({ message: attack }));
    const cell = cellIn(sheet('清单'), '疑点说明', 3);
    expect(cell?.f).toBeUndefined();
    expect(cell?.v).toBe('=HYPERLINK("http://example.org","点")<b>&');
  });

  it('shortens a text that no cell can hold, and says so', async () => {
    const { sheet } = await written(sampleReport({ message: '长'.repeat(40_000) }));
    expect(cellIn(sheet('清单'), '疑点说明', 3)?.v).toMatch(/长…（略 8000 字）$/);
  });

  it('is whole without findings', async () => {
    const sample = sampleReport();
    const { rows } = await written({ ...sample, report: { ...sample.report, findings: [] } });
    expect(rows('清单')).toEqual([]);
    expect(rows('部门汇总')).toHaveLength(3);
  });
});
