import { expect, it } from 'vitest';
import { explainValue } from '../../src/report/explain-value.js';
import { buildDocument } from '../support/document-builder.js';

function explained(rows: number, kept?: number): string {
  const lines = Array.from({ length: rows }, (_, n) => ({ item: `第${n + 1}行`, figures: [`${n}`] }));
  const document = buildDocument({
    disclosures: [
      {
        hasForm: false,
        statements: [{ kind: 'income', title: '收入总表', columns: [['合计', 'total']], lines }],
      },
    ],
  });
  const [disclosure] = document.disclosures;
  const [statement] = disclosure?.statements ?? [];
  if (!disclosure || !statement) throw new Error('a statement was built');
  const value = { ...statement, lines: statement.lines.slice(0, kept), partial: kept !== undefined };
  return explainValue(document, disclosure, { kind: 'statement', value }, 100);
}

it('shows the table a statement was read from, and how much of it was', () => {
  const text = explained(3);
  expect(text).toMatch(/读出 +3 行 × 1 栏/);
  expect(text).toContain('【收入总表】');
  for (const item of ['第1行', '第2行', '第3行']) expect(text).toContain(item);
  expect(text).not.toContain('没有画出');
});

it('bounds a long table and says how much is left', () => {
  const text = explained(300);
  expect(text.split('\n').length).toBeLessThan(150);
  expect(text).toMatch(/原表还有 2\d\d 行没有画出/);
});

it('says that a statement is blank, or was not read whole', () => {
  expect(explained(0)).toMatch(/读出 +0 行 × 1 栏，空表/);
  expect(explained(3, 2)).toMatch(/2 行 × 1 栏，有没读懂的行或栏/);
});
