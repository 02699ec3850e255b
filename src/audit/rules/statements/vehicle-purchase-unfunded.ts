import type { Said } from '../../../model/statement.js';
import { isOfPackYear, plainSubject } from '../../equations/statements/said-facts.js';
import { proseReading } from '../../subjects/prose.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { SaidSpec } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const vehiclePurchaseUnfunded = defineDocumentRule({
  id: 'vehicle-purchase-unfunded',
  version: 1,
  title: '购置车辆与公务用车购置费不符',
  severity: 'warning',
  tolerance: 'T0',
  authority: guidance('财政部关于“三公”经费公开的口径：公务用车购置费反映公务用车车辆购置支出'),
  formula: '安排购置车辆 > 0 ⇔ 公务用车购置费 > 0',
  why: '一处安排购置车辆，一处购置费为零（或相反），两处多半有一处没有改；特种专业技术用车可能另有科目，只作提示。',
  messages: {
    unfunded: '文字中安排“{vehicles}”{count}，而“{cost}”为{amount}，待核实。',
    unbought: '文字中“{cost}”为{amount}，而安排“{vehicles}”为{count}，待核实。',
  },
  *check(disclosure) {
    const own = disclosure.disclosure.said.filter((said) => isOfPackYear(said, disclosure));
    const bought = own.filter(
      ({ subject, count }) => count?.unit === '辆' && PURCHASE.test(plainSubject(subject)),
    );
    const costs = own.filter(
      ({ subject, money }) => money?.state === 'amount' && COST.test(plainSubject(subject)),
    );
    const [vehicles, cost] = [bought[0], costs[0]];
    if (!vehicles || !cost) return yield notApplicable('文字中没有购置车辆的数量或购置费');
    const hasBought = bought.some(({ count }) => Number(count?.figure) > 0);
    const hasCost = costs.some(({ money }) => (money?.fen ?? 0) > 0);
    if (hasBought === hasCost || !areOne(bought, countOf) || !areOne(costs, amountOf)) return yield pass;
    yield fail({
      field: 'vehicles',
      project: null,
      message: hasBought ? 'unfunded' : 'unbought',
      ...(hasBought && hasOrdinary(own, vehicles) ? {} : { severity: 'note' as const }),
      parameters: {
        vehicles: vehicles.subject,
        count: countOf(vehicles),
        cost: cost.subject,
        amount: amountOf(cost),
      },
      reported: hasBought ? countOf(vehicles) : amountOf(cost),
      operands: [operandOf(vehicles, disclosure), operandOf(cost, disclosure)],
    });
  },
  examples: {
    passes: [
      { title: '购置两辆，购置费四十万元', disclosures: [{ said: [...vehicles('2'), cost('40.00万元')] }] },
      { title: '没有购置，购置费为零', disclosures: [{ said: [...vehicles('0'), cost('0万元')] }] },
      {
        title: '本级与下属单位各说一次',
        disclosures: [{ said: [...vehicles('2'), cost('0万元'), cost('40.00万元')] }],
      },
      {
        title: '两处数量不同',
        disclosures: [{ said: [...vehicles('2'), ...vehicles('0'), cost('0万元')] }],
      },
    ],
    reports: [
      {
        title: '购置执法执勤用车，购置费为零',
        disclosures: [{ said: [...vehicles('2', '执法执勤用车'), cost('0.00万元')] }],
        fields: ['vehicles'],
      },
      {
        title: '购置特种专业技术用车',
        disclosures: [{ said: [...vehicles('1', '特种专业技术用车'), cost('0.00万元')] }],
        fields: ['vehicles'],
      },
      {
        title: '没有说是什么车',
        disclosures: [{ said: [...vehicles('1'), cost('0.00万元')] }],
        fields: ['vehicles'],
      },
      {
        title: '有购置费，没有购置',
        disclosures: [{ said: [...vehicles('0'), cost('40.00万元')] }],
        fields: ['vehicles'],
      },
    ],
    notApplicable: [
      { title: '没有购置费', disclosures: [{ said: vehicles('2') }] },
      {
        title: '保有量不是购置',
        disclosures: [{ said: [{ subject: '车辆', count: ['6', '辆'] }, cost('0万元')] }],
      },
      {
        title: '购置的是上年的',
        disclosures: [
          { said: [...vehicles('2').map((said) => ({ ...said, aboutYear: 2022 })), cost('0万元')] },
        ],
      },
      {
        title: '购置及运行费不是购置费',
        disclosures: [{ said: [...vehicles('2'), { subject: '公务用车购置及运行费', amount: '0万元' }] }],
      },
      {
        title: '设备不是车辆',
        disclosures: [{ said: [{ subject: '购置设备', count: ['2', '台'] }, cost('0万元')] }],
      },
    ],
  },
});

const PURCHASE = /^(新增|更新|拟)?(购置|购买)(公务)?(用车|车辆|汽车|公务用车)$/;
const COST = /^公务用车购置(费用?|支出)?$/;
/** Vehicles of these kinds are 公务用车 by 《党政机关公务用车管理办法》. */
const ORDINARY = /领导|机要|应急|执法|执勤|一般公务/;

const hasOrdinary = (said: Said[], { subject }: Said): boolean =>
  said.some(
    ({ subject: kind, within, count }) =>
      within === subject && ORDINARY.test(kind) && count?.unit === '辆' && Number(count.figure) > 0,
  );

/** Said several times, of the department and of its units, figures may belong to different ones. */
const areOne = (said: Said[], printed: (said: Said) => string): boolean =>
  new Set(said.map((each) => Number.parseFloat(printed(each)))).size === 1;

const countOf = ({ count }: Said): string => `${count?.figure ?? ''}${count?.unit ?? ''}`;
const amountOf = ({ money }: Said): string => money?.printed ?? '';

const operandOf = ({ subject, evidence }: Said, disclosure: DisclosureSubject): OperandDraft => ({
  label: subject,
  evidence,
  form: proseReading(disclosure),
});

function vehicles(count: string, kind?: string): SaidSpec[] {
  const subject = '购置车辆';
  return [
    { subject, count: [count, '辆'] },
    ...(kind ? [{ subject: kind, within: subject, count: [count, '辆'] as [string, string] }] : []),
  ];
}

function cost(amount: string): SaidSpec {
  return { subject: '公务用车购置费', amount };
}
