import { describe, expect, it } from 'vitest';
import type { DisclosureSpec } from '../../../src/audit/rules/example.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import type { BudgetAxis } from '../../../src/model/disclosure.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

type Line = [axis: BudgetAxis, category: string, printed: string, label?: string];

/** Verdicts of one rule over a department form with these budget lines, each in a cell of its own unless `cells` says. */
async function judged(rule: string, lines: Line[], cells?: number[]) {
  const document = buildDocument({ departmentForm: {} });
  const [disclosure] = document.disclosures;
  for (const [index, [axis, category, printed, label]] of lines.entries()) {
    const spec: DisclosureSpec = { departmentForm: { total: printed } };
    const [line] = buildDocument(spec).disclosures[0]?.budgets ?? [];
    const evidence = line && { ...line.evidence, cell: cells?.[index] ?? index };
    if (line && evidence)
      disclosure?.budgets.push({ ...line, evidence, axis, category, label: label ?? category });
  }
  const { rules, findings } = await runAudit(sourceOf([document]), { rules: [rule] });
  const count = rules[0];
  return { pass: count?.pass, reasons: Object.keys(count?.reasons ?? {}), findings };
}

describe('equations of a budget', () => {
  it('does not count what stands inside another part', async () => {
    const result = await judged('budget-differs-from-funding', [
      ['total', '年度资金总额', '100'],
      ['funding', '财政拨款', '80'],
      ['funding', '中央资金', '50'],
      ['funding', '县级资金', '30'],
      ['funding', '其他资金', '20'],
    ]);
    expect(result).toMatchObject({ pass: 1, findings: [] });
  });

  it.each<{ lines: Line[]; found: object[] }>([
    { lines: [['funding', '财政拨款', '80', '其中：财政拨款']], found: [] },
    { lines: [['funding', '其他资金', '0']], found: [] },
    {
      lines: [
        ['funding', '财政拨款', ''],
        ['funding', '其他资金', '0'],
      ],
      found: [],
    },
    {
      lines: [
        ['funding', '中央财政资金', '30', '其中：中央财政资金'],
        ['funding', '省级财政资金', '20'],
      ],
      found: [],
    },
    {
      lines: [
        ['funding', '中央财政资金', '90', '其中：中央财政资金'],
        ['funding', '省级财政资金', '20'],
      ],
      found: [{ verdict: 'fail', severity: 'error' }],
    },
    {
      lines: [
        ['funding', '财政拨款', '70', '其中：财政拨款'],
        ['funding', '其他资金', '20'],
      ],
      found: [{ verdict: 'fail', severity: 'error' }],
    },
    {
      lines: [
        ['funding', '中央财政资金', '30'],
        ['funding', '省级财政资金', '20'],
      ],
      found: [{ verdict: 'fail', severity: 'error' }],
    },
    {
      lines: [
        ['funding', '财政拨款', '70'],
        ['funding', '其他资金', ''],
      ],
      found: [{ verdict: 'review', severity: 'warning' }],
    },
    { lines: [['funding', '财政拨款', '100']], found: [] },
  ])('judges equality only of parts that are all: $lines', async ({ lines, found }) => {
    const { findings } = await judged('budget-differs-from-funding', [
      ['total', '年度资金总额', '100'],
      ...lines,
    ]);
    expect(findings).toMatchObject(found);
  });

  it('takes the word of a total that says what it adds up', async () => {
    const { findings } = await judged('budget-differs-from-funding', [
      ['total', '资金总额', '100', '资金总额（财政拨款+其他资金）'],
      ['funding', '财政拨款', '80'],
    ]);
    expect(findings).toMatchObject([{ verdict: 'fail' }]);
  });

  it('takes no cell for two figures', async () => {
    const lines: Line[] = [
      ['total', '年度资金总额', '100'],
      ['funding', '财政拨款', '100'],
      ['funding', '其他资金', '100'],
    ];
    const { findings, reasons } = await judged('budget-differs-from-funding', lines, [0, 0, 2]);
    expect({ findings, reasons }).toEqual({ findings: [], reasons: ['同一单元格读作两个数'] });
  });

  it('counts the inner parts when the outer one is blank', async () => {
    const result = await judged('budget-differs-from-funding', [
      ['total', '年度资金总额', '100'],
      ['funding', '财政拨款', ''],
      ['funding', '中央资金', '70'],
      ['funding', '其他资金', '30'],
    ]);
    expect(result).toMatchObject({ pass: 1, findings: [] });
  });

  it('adds revenue and funding columns of one row together', async () => {
    const lines: Line[] = [
      ['total', '总计', '110'],
      ['funding', '财政拨款', '99'],
      ['revenue', '一般公共预算', '99'],
      ['revenue', '政府性基金预算', '0'],
      ['revenue', '财政专户拨款', '1'],
      ['funding', '其他资金', '10'],
    ];
    expect(await judged('budget-differs-from-funding', lines)).toMatchObject({ pass: 1, findings: [] });
    expect(await judged('budget-total-differs-from-revenue', lines)).toMatchObject({
      pass: 0,
      reasons: ['收入性质与资金来源合列，按资金来源核对'],
    });
  });

  it('leaves a difference that 其中 may explain to a person', async () => {
    const { findings } = await judged('budget-total-differs-from-revenue', [
      ['total', '资金总额', '100'],
      ['revenue', '一般公共预算拨款', '100'],
      ['revenue', '专项转移支付', '40', '其中：专项转移支付'],
    ]);
    expect(findings).toMatchObject([
      { verdict: 'review', severity: 'note', parameters: { case: 'ambiguous' } },
    ]);
  });

  it('does not judge two totals of one scope', async () => {
    const { reasons } = await judged('budget-total-differs-from-revenue', [
      ['total', '资金总额', '100'],
      ['total', '总额', '120'],
      ['revenue', '一般公共预算拨款', '100'],
    ]);
    expect(reasons).toEqual(['同一口径有多个资金总额']);
  });

  it('does not judge amounts without a unit or kept secret', async () => {
    const unresolved = await judged('budget-total-differs-from-revenue', [
      ['total', '资金总额', '100'],
      ['revenue', '一般公共预算拨款', '一百左右'],
      ['revenue', '其他资金', '0'],
    ]);
    expect(unresolved.reasons).toEqual(['金额单位未能判定']);
    const secret = await judged('budget-total-differs-from-revenue', [
      ['total', '资金总额', '100'],
      ['revenue', '一般公共预算拨款', '涉密，不公开'],
      ['revenue', '其他资金', '0'],
    ]);
    expect(secret.reasons).toEqual(['含涉密金额']);
  });
});
