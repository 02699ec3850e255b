import { expect, it } from 'vitest';
import { describeImport } from '../../src/cli/describe-import.js';
import { OUTCOME_TEXT } from '../../src/model/outcome.js';
import type { ReplacedPath } from '../../src/model/ports/documents.js';
import { addReread, emptySummary } from '../../src/pipeline/import/import-summary.js';

it('says of a file that was not read once what can be done about it', () => {
  const failures = [{ path: '坏.xlsx', sha256: null, outcome: 'corrupt' as const, reason: '工作簿损坏' }];
  expect(describeImport({ ...emptySummary(), failures })).toContain(
    `  坏.xlsx：文件损坏；工作簿损坏；${OUTCOME_TEXT.corrupt.advice}`,
  );
});

it('names both contents of a path that has another one than before', () => {
  const [earlier, later] = ['a', 'b'].map((digit, index) => ({
    number: index + 1,
    sha256: digit.repeat(64),
  }));
  if (!earlier || !later) throw new Error('two names');
  const told = (became: ReplacedPath['became']): string =>
    describeImport({ ...emptySummary(), replaced: [{ path: '某局.pdf', earlier, later, became }] });
  expect(told('superseded')).toContain(
    '旧版本由新版本取代 1：\n  某局.pdf：d1（内容 aaaaaaaaaaaa） → d2（内容 bbbbbbbbbbbb）',
  );
  expect(told('kept')).toContain('两份都保留 1：');
  expect(told('elsewhere')).toContain('在别的路径还有，仍然有效 1：\n  某局.pdf：d1');
  expect(describeImport(emptySummary())).not.toContain('同一路径');
});

it('tells documents with statements and no forms from those that have neither', () => {
  const read = { ...emptySummary(), outcomes: { ok: 4 }, statements: 21, withoutForms: 3, onlyStatements: 2 };
  expect(describeImport(read)).toContain('支出明细 0，预算表 21\n');
  expect(describeImport(read)).toContain('没有绩效表的文档 3，其中有预算表的 2');
  expect(describeImport({ ...read, onlyStatements: 0 })).toMatch(/没有绩效表的文档 3$/m);
});

it('tells stored documents that belong elsewhere now from new ones, and how to go back', () => {
  const before = { province: '湖南省', city: '株洲市', region: '醴陵市', year: 2024, department: '公安局' };
  const after = { ...before, province: '北京市', city: null, region: '怀柔区' };
  const summary = { ...emptySummary(), outcomes: { ok: 1 } };
  addReread(summary, { path: '甲.html', sha256: 'a', before, after }, true);
  addReread(summary, { path: '乙.html', sha256: 'b', before, after: before }, true);
  addReread(summary, { path: '丙.html', sha256: 'c', before, after }, false);
  const told = describeImport({ ...summary, outcomes: { ok: 4 } });
  expect(told).toContain('新读入文档 1，重读库中已有的 3：');
  expect(told).toContain('归属改动 1 份：\n  湖南省株洲市醴陵市 → 北京市怀柔区（甲.html）\n  要改回：');
});
