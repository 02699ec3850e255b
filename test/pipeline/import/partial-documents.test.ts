import { describe, expect, it } from 'vitest';
import { describeImport } from '../../../src/cli/describe-import.js';
import { failureRows } from '../../../src/cli/failure-rows.js';
import { OUTCOME_TEXT } from '../../../src/model/outcome.js';
import { gapsOf } from '../../../src/model/reading-gaps.js';
import { addPartial, emptySummary } from '../../../src/pipeline/import/import-summary.js';
import { explainDocument } from '../../../src/report/explain-document.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';

const NOT_RECOGNIZED = {
  code: 'form-not-recognized' as const,
  message: '没有认出的绩效表行',
  place: 'p3 t1 r1 c1',
};
const IN_PART = {
  code: 'form-partial' as const,
  message: '“附表3”只读出一部分：没有找到项目名称',
  place: 'p9 ¶1',
};
const document = {
  ...buildDocument({ path: '甲 局.pdf', disclosures: [] }),
  outcome: 'partial' as const,
  reason: '40 页中有 2 页读不出：第 7、8 页',
  unread: [{ block: 0, rows: 7, cells: [] }],
  diagnostics: [{ code: 'clipped-text' as const, message: '格内有文字超出' }, NOT_RECOGNIZED, IN_PART],
};

describe('what a reading in part did not get', () => {
  it('is told of the file first, then table by table, each with its place and what to do', () => {
    expect(gapsOf(document)).toEqual([
      { place: null, message: document.reason, advice: expect.stringContaining('用原软件打开文件') },
      {
        place: 'p3 t1 r1 c1',
        message: NOT_RECOGNIZED.message,
        advice: expect.stringContaining('mingzhang extract --why "甲 局.pdf" --page 3 '),
      },
      {
        place: 'p9 ¶1',
        message: IN_PART.message,
        advice: expect.stringContaining('mingzhang extract --why "甲 局.pdf" --page 9 '),
      },
    ]);
  });

  it.each([
    ['p3!A1', '局.xlsx', 'mingzhang extract --why 局.xlsx '],
    ['t2 r1 c1', '局.docx', 'mingzhang extract --why 局.docx '],
    ['p12', '局.pdf', 'mingzhang extract --why 局.pdf --page 12 '],
    ['t1 r1 c1', 'a.zip!/局.docx', 'mingzhang extract --why <解出的文件> '],
  ])('names the command that says why, for %s of %s', (place, path, command) => {
    const [gap] = gapsOf({ ...document, path, reason: null, diagnostics: [{ ...IN_PART, place }] });
    expect(gap?.advice).toContain(command);
  });

  it('is nothing where everything was read, or nothing', () => {
    for (const outcome of ['ok', 'corrupt'] as const) expect(gapsOf({ ...document, outcome })).toEqual([]);
  });

  it('is told again by the store when the file has not changed', async () => {
    const store = openSqliteStore(':memory:');
    await store.save(document);
    const known = await store.known(document.sha256);
    expect(known).toMatchObject({ unreadRows: 7, gaps: [NOT_RECOGNIZED, IN_PART] });
    await store.close();
  });

  it('stands in the summary, the report and the account of the document', () => {
    const summary = { ...emptySummary(), files: 1, unchanged: 1 };
    addPartial(summary, { ...document, unreadRows: 7 });
    const told = describeImport(summary);
    expect(told).toContain('部分读取的文档 1，没有读到的 3 处，像绩效表而没有认出的行 7：\n  甲 局.pdf\n');
    expect(told).toContain(`    p9 ¶1  ${IN_PART.message}\n      怎么办：`);
    expect(failureRows([], summary.partial, [])).toEqual(
      gapsOf(document).map(({ place, message, advice }) => ({
        path: '甲 局.pdf',
        outcome: 'partial',
        place,
        reason: message,
        advice,
      })),
    );
    expect(explainDocument(document)).toContain(`没有读到的\n  ${document.reason}\n    怎么办：`);
    expect(explainDocument({ ...document, outcome: 'corrupt' })).toContain(
      `文件损坏；${document.reason}；${OUTCOME_TEXT.corrupt.advice}\n`,
    );
  });

  it('is summed up where there is much of it, as are all lists of the summary', () => {
    const summary = emptySummary();
    const many = Array.from({ length: 50 }, (_, n) => ({ ...IN_PART, place: `p${n + 1} ¶1` }));
    for (let n = 0; n < 50; n++)
      addPartial(summary, { ...document, path: `${n}.pdf`, diagnostics: many, unreadRows: 0 });
    summary.failures = Array.from({ length: 500 }, (_, n) => ({
      path: `坏${n}.pdf`,
      sha256: null,
      outcome: 'corrupt',
      reason: null,
    }));
    const told = describeImport(summary);
    expect(told).toContain('部分读取的文档 50，没有读到的 2550 处：');
    expect(told).toContain('……还有 48 个；用 --report 文件.csv 写出全部');
    expect(told).toContain('……还有 40 个；用 --report 文件.csv 写出全部');
    expect(told).toContain('没有读成的文件 500：');
    expect(told).toContain('……还有 480 个；用 --report 文件.csv 写出全部');
    expect(told.split('\n').length).toBeLessThan(120);
  });
});
