import type { DisclosureSpec, ProjectSpec } from '../../src/audit/rules/example.js';
import { codeOf, wan } from './generated-disclosure.js';
import { indicatorOf, of, oneOf, type PlantedFault } from './planted-fault.js';
import { PLANTED_GOAL_FAULTS } from './planted-goal-faults.js';
import { PLANTED_PACK_FAULTS } from './planted-pack-faults.js';
import { PLANTED_WORD_FAULTS } from './planted-word-faults.js';
import type { SeededRandom } from './seeded-random.js';

/** Off by 1.03 to 4.97 万元: beyond every tolerance, and no round multiple. */
const off = (printed: string | undefined, random: SeededRandom): string => {
  const step = random.integer(103, 497);
  return wan(Math.round(Number(of(printed)) * 100) + step);
};

const costOf = (project: ProjectSpec, index: number) => of(of(project.costs)[index]);
const termOf = (project: ProjectSpec, index: number) => of(of(costOf(project, index).terms)[0]);

const PLANTED_FIGURE_FAULTS: PlantedFault[] = [
  {
    rule: 'budget-total-differs-from-revenue',
    neighbours: [],
    plant({ departmentForm }, random) {
      const revenue = of(of(departmentForm).revenue);
      revenue.一般公共预算拨款 = off(revenue.一般公共预算拨款, random);
    },
  },
  {
    rule: 'budget-total-differs-from-expenditure',
    neighbours: [],
    plant({ departmentForm }, random) {
      const expenditure = of(of(departmentForm).expenditure);
      expenditure.基本支出 = off(expenditure.基本支出, random);
    },
  },
  {
    rule: 'budget-differs-from-funding',
    neighbours: [],
    plant(spec, random) {
      const funding = of(oneOf(spec, random).funding);
      funding.财政资金 = off(funding.财政资金, random);
    },
  },
  {
    rule: 'summary-total-differs-from-rows',
    neighbours: ['project-spending-differs-from-summary'],
    plant({ summary }, random) {
      of(summary).total = off(of(summary).total, random);
    },
  },
  {
    rule: 'summary-total-missing',
    neighbours: [],
    plant({ summary }) {
      of(summary).total = '';
    },
  },
  {
    rule: 'project-spending-differs-from-summary',
    neighbours: ['budget-total-differs-from-expenditure', 'projects-differ-from-department'],
    plant({ departmentForm }, random) {
      const expenditure = of(of(departmentForm).expenditure);
      expenditure.项目支出 = off(expenditure.项目支出, random);
    },
  },
  {
    rule: 'summary-row-differs-from-form',
    neighbours: ['summary-total-differs-from-rows'],
    plant({ summary }, random) {
      const rows = of(summary).rows;
      const row = of(rows[random.integer(0, rows.length - 1)]);
      row.amount = off(row.amount, random);
    },
  },
  {
    rule: 'summary-row-without-form',
    neighbours: ['quantity-differs-from-projects'],
    plant(spec) {
      spec.projects = of(spec.projects).slice(1);
    },
  },
  {
    rule: 'project-amount-differs-from-parent',
    neighbours: [],
    plant(spec, random) {
      const project = oneOf(spec, random);
      project.parentAmount = off(project.parentAmount, random);
    },
  },
  {
    rule: 'project-amount-differs-from-costs',
    neighbours: ['calculation-differs-from-amount'],
    plant(spec, random) {
      const cost = costOf(oneOf(spec, random), 1);
      cost.amount = off(cost.amount, random);
    },
  },
  {
    rule: 'projects-differ-from-department',
    neighbours: ['project-spending-differs-from-summary'],
    plant(spec, random) {
      const form = of(spec.departmentForm);
      const expenditure = of(form.expenditure);
      const before = Number(of(expenditure.项目支出));
      expenditure.项目支出 = off(expenditure.项目支出, random);
      const more = Math.round((Number(expenditure.项目支出) - before) * 100);
      expenditure.基本支出 = wan(Math.round(Number(of(expenditure.基本支出)) * 100) - more);
    },
  },
  {
    rule: 'calculation-result-differs',
    neighbours: ['calculation-differs-from-amount'],
    plant(spec, random) {
      const term = termOf(oneOf(spec, random), 1);
      term.stated = String(Number(term.stated) + random.integer(103, 997));
    },
  },
  {
    rule: 'calculation-lacks-factor',
    neighbours: [],
    plant(spec, random) {
      const term = termOf(oneOf(spec, random), 1);
      term.implied = '12月';
    },
  },
  {
    rule: 'calculation-differs-from-amount',
    neighbours: [],
    plant(spec, random) {
      const cost = costOf(oneOf(spec, random), 1);
      cost.terms = [...of(cost.terms), { stated: String(random.integer(10_300, 49_700)) }];
    },
  },
  {
    rule: 'calculation-rounding-excess',
    verdict: 'review',
    neighbours: [],
    plant(spec, random) {
      const term = termOf(oneOf(spec, random), 1);
      term.computed = String(Number(term.computed) - random.integer(1, 49));
      term.slack = '50';
    },
  },
  {
    rule: 'lump-sum-unexplained',
    neighbours: [],
    plant(spec) {
      const [project] = [...of(spec.projects)].sort((a, b) => Number(a.amount) - Number(b.amount)).slice(-1);
      const [cost] = [...of(of(project).costs)].sort((a, b) => Number(a.amount) - Number(b.amount)).slice(-1);
      const { amount } = of(cost);
      Object.assign(of(cost), { calculation: `工作经费${amount}万元`, quantities: [] });
      of(cost).terms = [{ stated: String(Math.round(Number(amount) * 10_000)) }];
    },
  },
  {
    rule: 'spending-plan-irregular',
    neighbours: [],
    plant(spec, random) {
      const plan = of(oneOf(spec, random).plan);
      plan['12月底'] = `${random.integer(101, 300)}%`;
    },
  },
  {
    rule: 'spending-plan-uniform',
    neighbours: [],
    plant(spec) {
      for (const project of of(spec.projects)) {
        project.plan = { '3月底': '25%', '6月底': '50%', '9月底': '75%', '12月底': '100%' };
      }
    },
  },
  {
    rule: 'cost-target-exceeds-budget',
    neighbours: [],
    plant(spec, random) {
      const indicator = indicatorOf(oneOf(spec, random), 1);
      const more = off(of(indicator.parsed)[2], random);
      indicator.target = `≤${more}万元`;
      indicator.parsed = ['money', '<=', more, '万元', String(Math.round(Number(more) * 10_000)), '元'];
    },
  },
  {
    rule: 'cost-target-open-ended',
    neighbours: [],
    plant(spec, random) {
      const indicator = indicatorOf(oneOf(spec, random), 1);
      of(indicator.parsed)[1] = '>=';
    },
  },
  {
    rule: 'amount-unit-doubled',
    neighbours: [],
    plant(spec, random) {
      const project = oneOf(spec, random);
      project.amount = `${of(project.amount)}万`;
    },
  },
  {
    rule: 'amount-unit-slip',
    neighbours: ['summary-total-differs-from-rows', 'summary-row-differs-from-form'],
    plant({ summary }, random) {
      const rows = of(summary).rows;
      const row = of(rows[random.integer(0, rows.length - 1)]);
      row.amount = wan(Math.round(Number(row.amount) * 1_000_000));
    },
  },
  {
    rule: 'amount-unit-slip',
    neighbours: [],
    plant(spec, random) {
      const project = oneOf(spec, random);
      const indicator = indicatorOf(project, 1);
      const wanTimes = String(Math.round(Number(of(project.amount)) * 10_000));
      indicator.target = `≤${wanTimes}万元`;
      indicator.parsed = ['money', '<=', wanTimes, '万元', String(Number(wanTimes) * 10_000), '元'];
    },
  },
  {
    rule: 'budget-differs-from-funding',
    neighbours: [],
    plant(spec, random) {
      const project = oneOf(spec, random);
      project.funding = { 其中中央资金: off(project.amount, random), 省级资金: '1' };
    },
  },
  {
    rule: 'title-year-differs',
    neighbours: [],
    plant(spec, random) {
      oneOf(spec, random).title = '2022年项目支出绩效目标表';
    },
  },
  {
    rule: 'project-code-region-differs',
    neighbours: [],
    plant(spec, random) {
      oneOf(spec, random).code = codeOf(2023, random.integer(900, 999), '990103');
    },
  },
  {
    rule: 'project-code-year-differs',
    neighbours: [],
    plant(spec, random) {
      oneOf(spec, random).code = codeOf(2024, random.integer(900, 999));
    },
  },
  {
    rule: 'project-code-checksum-suspect',
    neighbours: [],
    plant(spec, random) {
      const project = oneOf(spec, random);
      const code = of(project.code);
      project.code = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
    },
  },
  {
    rule: 'project-code-duplicate',
    neighbours: [],
    plant(spec) {
      const [first, second] = of(spec.projects);
      of(second).code = of(of(first).code);
    },
  },
  {
    rule: 'quantity-differs-from-calculation',
    neighbours: [],
    plant(spec, random) {
      const quantity = of(of(costOf(oneOf(spec, random), 0).quantities)[0]);
      quantity.value = String(Number(quantity.value) - random.integer(1, 9) * 100);
    },
  },
  {
    rule: 'quantity-differs-from-projects',
    neighbours: [],
    plant({ departmentForm }, random) {
      const parsed = of(of(of(of(departmentForm).indicators)[0]).parsed);
      parsed[4] = String(Number(parsed[4]) + random.integer(1, 9) * 100);
    },
  },
  {
    rule: 'weights-irregular',
    neighbours: [],
    plant(spec, random) {
      indicatorOf(oneOf(spec, random), 0).weight = String(60 + random.integer(1, 9));
    },
  },
  {
    rule: 'execution-rate-differs',
    neighbours: [],
    into: 'self-evaluation',
    plant(spec) {
      const execution = of(oneOfOne(spec).execution);
      execution.rate = `${(Number.parseFloat(of(execution.rate)) - 3.17).toFixed(2)}%`;
    },
  },
  {
    rule: 'score-total-differs',
    neighbours: [],
    into: 'self-evaluation',
    plant(spec, random) {
      const total = of(oneOfOne(spec).scoreTotal);
      total.score = (Number(total.score) - random.integer(1, 9)).toFixed(2);
    },
  },
];

const oneOfOne = (spec: DisclosureSpec): ProjectSpec => of(of(spec.projects)[0]);

/** One planted fault for each rule. */
export const PLANTED_FAULTS: PlantedFault[] = [
  ...PLANTED_FIGURE_FAULTS,
  ...PLANTED_WORD_FAULTS,
  ...PLANTED_GOAL_FAULTS,
  ...PLANTED_PACK_FAULTS,
];
