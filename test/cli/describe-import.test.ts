import { expect, it } from 'vitest';
import { describeImport } from '../../src/cli/describe-import.js';
import type { ReplacedPath } from '../../src/model/ports/documents.js';
import { emptySummary } from '../../src/pipeline/import/import-summary.js';

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
