import type { PlanStep } from '../../../model/disclosure.js';
import type { FormEntry } from '../../subjects/subject.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const spendingPlanUniform = defineDocumentRule({
  id: 'spending-plan-uniform',
  version: 1,
  title: '各项目的资金支出计划完全相同',
  severity: 'note',
  tolerance: 'T0',
  authority: guidance('资金支出计划应当按项目的实施进度编制'),
  formula: '五个以上项目的资金支出计划逐期相同',
  why: '不同项目的支出进度不会完全一样，全部相同往往是套用了默认值，据此考核执行进度没有意义。',
  messages: { uniform: '{count}个项目的资金支出计划完全相同（{plan}），待核实。' },
  *check(disclosure) {
    const entries = disclosure.forms
      .flatMap((form) => form.entries)
      .filter((entry) => entry.project !== null && entry.plans.some((step) => step.share !== null));
    if (entries.length < FEWEST) return yield notApplicable('有资金支出计划的项目不足五个');
    const [first, ...others] = entries;
    if (!first || others.some((other) => keyOf(other) !== keyOf(first))) return yield pass;
    yield fail({
      field: 'plans',
      project: null,
      message: 'uniform',
      parameters: { count: String(entries.length), plan: planOf(first) },
      reported: planOf(first),
      operands: entries.flatMap(operandsOf),
    });
  },
  examples: {
    passes: [
      {
        title: '有一个项目不同',
        disclosures: [
          {
            projects: [
              ...['甲', '乙', '丙', '丁'].map((name) => ({
                name,
                plan: { '6月底': '50%', '12月底': '100%' },
              })),
              { name: '戊', plan: { '6月底': '30%', '12月底': '100%' } },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '五个项目都是 50、100',
        disclosures: [
          {
            projects: ['甲', '乙', '丙', '丁', '戊'].map((name) => ({
              name,
              plan: { '6月底': '50%', '12月底': '100%' },
            })),
          },
        ],
        fields: ['plans'],
      },
    ],
    notApplicable: [
      {
        title: '只有一个项目',
        disclosures: [{ projects: [{ name: '甲', plan: { '6月底': '50%', '12月底': '100%' } }] }],
      },
    ],
  },
});

const FEWEST = 5;

/** The order of the columns does not matter. */
const keyOf = ({ plans }: FormEntry): string => plans.map(stepOf).sort().join('、');

const planOf = ({ plans }: FormEntry): string => plans.map(stepOf).join('、');

const stepOf = ({ step, share, printed }: PlanStep): string =>
  `${step} ${share === null ? printed.trim() || '空' : `${share}%`}`;

const operandsOf = ({ plans, project, reading }: FormEntry) =>
  plans.map(({ step, evidence }) => ({ label: `${project?.name ?? ''} ${step}`, evidence, form: reading }));
