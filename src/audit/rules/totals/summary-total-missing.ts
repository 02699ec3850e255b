import { summaryRows } from '../../equations/summary.js';
import { fenOf, figureAt, isEmpty } from '../../figures/figure.js';
import { showFen, showSum } from '../../figures/format.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const summaryTotalMissing = defineFormRule({
  id: 'summary-total-missing',
  version: 1,
  title: '汇总表合计未填',
  severity: 'warning',
  tolerance: 'none',
  forms: ['summary'],
  authority: guidance('汇总表设有“合计”行，应当填列'),
  formula: '合计为空；给出 Σ 各行',
  why: '合计为空时无法与部门项目支出核对；这里给出各行之和。',
  messages: { missing: '汇总表“合计”未填，各行相加为{computed}（{formula}），待核实。' },
  *check(form) {
    const { total } = form.form;
    if (!total) return yield notApplicable('汇总表没有合计行');
    if (!isEmpty(total.money)) return yield pass;
    const rows = summaryRows(form);
    if (!rows.some((row) => fenOf(row) !== null)) return yield notApplicable('各行均未填金额');
    const computed = rows.reduce((sum, row) => sum + (fenOf(row) ?? 0), 0);
    const unit = rows.find((row) => row.money.unit)?.money.unit ?? '万元';
    const shown = showFen(computed, unit);
    const blank = figureAt({ ...total, label: '汇总表合计', money: { ...total.money, unit } }, form.reading);
    const formula = showSum(blank, rows);
    yield fail({
      field: 'summary.total',
      project: null,
      message: 'missing',
      parameters: { computed: shown, formula },
      expected: shown,
      formula,
      operands: [blank, ...rows],
    });
  },
  examples: {
    passes: [
      {
        title: '合计已填',
        disclosures: [{ summary: { total: '10', rows: [{ name: '甲', amount: '10' }] } }],
      },
    ],
    reports: [
      {
        title: '合计空白，各行相加 12.5 万元',
        disclosures: [
          {
            summary: {
              total: '',
              rows: [
                { name: '甲', amount: '10' },
                { name: '乙', amount: '2.5' },
              ],
            },
          },
        ],
        fields: ['summary.total'],
      },
    ],
    notApplicable: [
      { title: '没有合计行', disclosures: [{ summary: { rows: [{ name: '甲', amount: '10' }] } }] },
      {
        title: '没有填任何金额',
        disclosures: [{ summary: { total: '', rows: [{ name: '甲', amount: '' }] } }],
      },
    ],
  },
});
