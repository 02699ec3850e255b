import { TABLE_KINDS } from '../../../model/facts/form-kinds.js';
import { figureAt, figureOf } from '../../figures/figure.js';
import type { FormSubject } from '../../subjects/subject.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const amountUnitDoubled = defineFormRule({
  id: 'amount-unit-doubled',
  version: 1,
  title: '金额单位在表头和单元格中重复',
  severity: 'note',
  tolerance: 'none',
  forms: TABLE_KINDS,
  authority: guidance('表头已注明金额单位的，单元格只填数字'),
  formula: '表头有金额单位，单元格不再印单位',
  why: '“万元”表里的“20万”按字面是 20 万万元；通常只是重复，但与表头单位不同的会差很多倍。',
  messages: {
    doubled: '表头单位为{context}，{count}个金额又印了单位：{cells}，待核实。',
  },
  *check(form) {
    const figures = figuresOf(form);
    if (figures.length === 0) return yield notApplicable('表中没有金额');
    const doubled = figures.filter(({ money }) => money.unitFrom === 'cell' && money.contextUnit);
    const [first] = doubled;
    if (!first) return yield pass;
    const places = new Map(doubled.map((figure) => [figure.evidence.place, figure]));
    const operands = [...places.values()];
    yield fail({
      field: 'unit',
      project: form.entries.length === 1 ? (form.entries[0]?.project ?? null) : null,
      message: 'doubled',
      parameters: {
        context: first.money.contextUnit ?? '',
        count: String(operands.length),
        cells: operands.map(({ money }) => `“${money.printed.trim()}”`).join('、'),
      },
      reported: operands.map(({ money }) => money.printed.trim()).join('、'),
      operands,
    });
  },
  examples: {
    passes: [{ title: '单元格只有数字', disclosures: [{ projects: [{ name: '甲', amount: '20' }] }] }],
    reports: [
      {
        title: '万元表里印“20万”',
        disclosures: [{ projects: [{ name: '甲', amount: '20万' }] }],
        fields: ['unit'],
      },
    ],
    notApplicable: [{ title: '没有金额', disclosures: [{ projects: [{ name: '甲' }] }] }],
  },
});

function figuresOf({ form, entries, reading }: FormSubject) {
  const totals = [form.total, form.costTotal, form.parentAmount].flatMap((at) =>
    at ? [figureAt(at, reading)] : [],
  );
  return [
    ...totals,
    ...entries.flatMap(({ amount, budgets, costs }) => [
      ...(amount ? [amount] : []),
      ...budgets.map((line) => figureOf(line.label, line.money, line.evidence, reading)),
      ...costs.flatMap(({ item, money, evidence }) =>
        money && evidence.money ? [figureOf(item ?? '支出明细', money, evidence.money, reading)] : [],
      ),
    ]),
  ].filter(({ money }) => money.state === 'amount');
}
