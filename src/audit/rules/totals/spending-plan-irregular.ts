import Big from 'big.js';
import type { PlanStep } from '../../../model/disclosure.js';
import type { FormEntry } from '../../subjects/subject.js';
import { fail, notApplicable, notEvaluated, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const spendingPlanIrregular = defineFormRule({
  id: 'spending-plan-irregular',
  version: 1,
  title: '资金支出计划不递增、超出范围或不到 100%',
  severity: 'error',
  tolerance: 'T0',
  forms: ['project', 'project-list', 'department'],
  authority: arithmetic('资金支出计划按累计比例填列，年末应为 100%'),
  formula: '0 ≤ 各时点累计比例 ≤ 100，不下降，最后一个时点 = 100',
  why: '累计支出比例不会下降，也不会超过 100%；年末不足 100% 说明资金没有安排完。',
  messages: {
    range: '资金支出计划印为{plan}，其中{value}超出 0–100%，待核实。',
    falling: '资金支出计划印为{plan}，{value}低于前一时点的{before}，累计比例不应下降，待核实。',
    'not-full': '资金支出计划印为{plan}，最后一个时点为{value}，不是 100%，待核实。',
    shares: '资金支出计划印为{plan}，各时点之和为 100%；若为分期比例则相符，若为累计比例则不符，待核实。',
  },
  *check(form) {
    const entries = form.entries.filter((entry) => entry.plans.length > 0);
    if (entries.length === 0) return yield notApplicable('没有资金支出计划');
    for (const entry of entries) yield judge(entry);
  },
  examples: {
    passes: [
      {
        title: '逐期递增到 100%',
        disclosures: [
          {
            projects: [
              { name: '甲', plan: { '3月底': '25%', '6月底': '50%', '10月底': '50%', '12月底': '100%' } },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '第三个时点下降',
        disclosures: [
          {
            projects: [
              { name: '甲', plan: { '3月底': '25%', '6月底': '60%', '10月底': '50%', '12月底': '100%' } },
            ],
          },
        ],
        fields: ['plan'],
      },
      {
        title: '年末只到 90%',
        disclosures: [{ projects: [{ name: '甲', plan: { '6月底': '50%', '12月底': '90%' } }] }],
        fields: ['plan'],
      },
      {
        title: '四期各 25%：可能是分期比例，待核实',
        disclosures: [
          {
            projects: [
              { name: '甲', plan: { '3月底': '25%', '6月底': '25%', '10月底': '25%', '12月底': '25%' } },
            ],
          },
        ],
        fields: ['plan'],
      },
    ],
    notApplicable: [
      {
        title: '计划空白',
        disclosures: [{ projects: [{ name: '甲', plan: { '6月底': '', '12月底': '' } }] }],
      },
      { title: '没有计划', disclosures: [{ projects: [{ name: '甲' }] }] },
    ],
  },
});

interface Step {
  step: PlanStep;
  share: Big;
}

function judge(entry: FormEntry): Verdict {
  if (entry.plans.every((step) => step.printed.trim() === '')) return notApplicable('资金支出计划未填');
  const steps = entry.plans.flatMap((step) =>
    step.share === null ? [] : [{ step, share: new Big(step.share) }],
  );
  if (steps.length < entry.plans.length) return notEvaluated('资金支出计划有未读出的时点');
  const fault = faultOf(inOrder(steps));
  if (!fault) return pass;
  const { message, ...parameters } = fault;
  const plan = steps.map(({ step }) => step.printed.trim()).join('、');
  const finding = {
    field: 'plan',
    project: entry.project,
    message,
    parameters: { plan, ...parameters },
    reported: plan,
    operands: entry.plans.map((step) => ({ label: step.step, evidence: step.evidence, form: entry.reading })),
  };
  return message === 'shares' ? review(finding) : fail(finding);
}

/** By the month in the step's name (3月底, 10月底) where every step has one, else as printed. */
function inOrder(steps: Step[]): Step[] {
  const months = steps.map(({ step }) => Number(/(\d{1,2})月/.exec(step.step)?.[1] ?? Number.NaN));
  if (months.some(Number.isNaN)) return steps;
  return steps
    .map((step, index) => ({ step, month: months[index] ?? 0 }))
    .sort((a, b) => a.month - b.month)
    .map(({ step }) => step);
}

function faultOf(steps: Step[]): { message: string; value?: string; before?: string } | null {
  const outside = steps.find(({ share }) => share.lt(0) || share.gt(100));
  if (outside) return { message: 'range', value: at(outside) };
  const falling = steps.findIndex(({ share }, index) => share.lt(steps[index - 1]?.share ?? 0));
  const [last] = steps.slice(-1);
  if (falling < 0 && last?.share.eq(100)) return null;
  const sum = steps.reduce((total, { share }) => total.plus(share), new Big(0));
  if (steps.length > 1 && sum.eq(100)) return { message: 'shares' };
  const step = steps[falling];
  const before = steps[falling - 1];
  if (step && before) return { message: 'falling', value: at(step), before: at(before) };
  return last ? { message: 'not-full', value: at(last) } : null;
}

const at = ({ step, share }: Step): string => `${step.step} ${share.toFixed()}%`;
