import { read, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { auditWorkbook } from '../../../src/report/audit-workbook/audit-workbook.js';
import { readAnswers } from '../../../src/report/audit-workbook/read-answers.js';
import { bytesOf } from '../../support/bytes-of.js';
import { sampleReport } from '../../support/sample-report.js';

/** A workbook whose sheets hold these rows. */
function workbookOf(sheets: Record<string, (string | number | null)[][]>): Uint8Array {
  const workbook = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), name);
  return write(workbook, { type: 'array', bookType: 'xlsx' });
}

const HEADER = ['疑点指纹', '处理状态', '处理意见', '复核人'];

describe('readAnswers', () => {
  it('reads the workbook as the audit wrote it and a reviewer filled it in', async () => {
    const { report, means } = sampleReport();
    const workbook = read(await bytesOf(auditWorkbook(report, means)));
    const list = workbook.Sheets.清单;
    if (!list) throw new Error('no list');
    const rows = utils.sheet_to_json<Record<string, unknown>>(list, { defval: null }).reverse();
    Object.assign(rows[0] ?? {}, { 处理状态: '排除', 处理意见: '上年对照表', 复核人: '王五', 自加的列: 1 });
    workbook.Sheets.清单 = utils.json_to_sheet(rows);
    expect(readAnswers(write(workbook, { type: 'array', bookType: 'xlsx' }))).toEqual({
      answers: [
        {
          at: '清单 第 2 行',
          fingerprint: '00bb',
          state: 'dismissed',
          comment: '上年对照表',
          who: '王五',
          basedOn: null,
        },
      ],
      problems: [],
      found: true,
    });
  });

  it('finds the columns by their names, below a heading and in any order', () => {
    const bytes = workbookOf({
      我的表: [
        ['复核结果'],
        [],
        ['意见', '备注', '状 态', 'Fingerprint'],
        ['合并印错', 'x', 'Confirmed', 'ab12'],
      ],
    });
    expect(readAnswers(bytes).answers).toEqual([
      {
        at: '我的表 第 4 行',
        fingerprint: 'ab12',
        state: 'confirmed',
        comment: '合并印错',
        who: null,
        basedOn: undefined,
      },
    ]);
  });

  it('takes all sheets that hold answers, and leaves unanswered rows', () => {
    const bytes = workbookOf({
      甲: [HEADER, ['a1', '属实', '', '张三'], ['a2', null, null, '张三']],
      乙: [HEADER, ['b1', '待核实', '再问', null]],
      无关: [['别的'], ['内容']],
    });
    expect(readAnswers(bytes).answers.map(({ fingerprint, state }) => [fingerprint, state])).toEqual([
      ['a1', 'confirmed'],
      ['b1', 'open'],
    ]);
  });

  it('names every row it does not understand', () => {
    const bytes = workbookOf({
      清单: [
        HEADER,
        ['a1', '好像属实', '', ''],
        [null, '属实', '', ''],
        ['a3', null, '说过了', ''],
        ['a4', '属实', '', ''],
      ],
    });
    const { answers, problems } = readAnswers(bytes);
    expect(answers.map(({ fingerprint }) => fingerprint)).toEqual(['a4']);
    expect(problems).toEqual([
      '清单 第 2 行：不认识的处理状态“好像属实”，应为 待核实、属实、已说明、排除',
      '清单 第 3 行：没有疑点指纹，不知道是哪一条',
      '清单 第 4 行：有处理意见，没有处理状态',
    ]);
  });

  it('takes equal answers once and contradicting ones not at all', () => {
    const bytes = workbookOf({
      清单: [
        HEADER,
        ['a1', '属实', '', ''],
        ['a1', '属实', '', ''],
        ['a2', '属实', '', ''],
        ['a2', '排除', '', ''],
      ],
    });
    const { answers, problems } = readAnswers(bytes);
    expect(answers.map(({ fingerprint }) => fingerprint)).toEqual(['a1']);
    expect(problems).toEqual(['清单 第 4 行、清单 第 5 行：同一疑点的结论互相矛盾，均未采用']);
  });

  it('keeps fingerprints that look like numbers, also from CSV', () => {
    const csv = new TextEncoder().encode(
      '\uFEFF疑点指纹,处理状态\r\n0012345678901234,属实\r\n12e4567890123456,排除\r\n',
    );
    expect(readAnswers(csv).answers.map(({ fingerprint }) => fingerprint)).toEqual([
      '0012345678901234',
      '12e4567890123456',
    ]);
  });

  it('says when no sheet holds answers', () => {
    expect(readAnswers(workbookOf({ 表: [['甲', '乙']] })).found).toBe(false);
  });
});
