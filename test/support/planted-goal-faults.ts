import type { DisclosureSpec, IndicatorSpec, ProjectSpec } from '../../src/audit/rules/example.js';
import { wan } from './generated-disclosure.js';
import { indicatorOf, of, oneOf, type PlantedFault } from './planted-fault.js';

const COST = 1;
const AWARENESS = 2;
const SATISFACTION = 3;

const add = (project: ProjectSpec, ...indicators: IndicatorSpec[]): void => {
  of(project.indicators).push(...indicators);
};

const visits = (name: string, times: number): IndicatorSpec => ({
  level1: '产出指标',
  level2: '数量指标',
  name,
  target: `${times}次`,
  parsed: ['number', '=', String(times), '次', String(times), '次'],
});

const hundredsOf = (printed: string | undefined): number => Math.round(Number(of(printed)) * 100);

const concentration = (level: number): IndicatorSpec => ({
  level1: '效益指标',
  level2: '生态效益指标',
  name: '辖区可吸入颗粒物年均浓度',
  target: `≤${level}微克/立方米`,
  parsed: ['number', '<=', String(level), '微克/立方米', String(level), '微克/立方米'],
});

/** A cost target of so many 百元. */
const cost = (name: string, hundreds: number): IndicatorSpec => ({
  level1: '成本指标',
  name,
  target: `≤${wan(hundreds)}万元`,
  parsed: ['money', '<=', wan(hundreds), '万元', String(hundreds * 100), '元'],
});

/** Replaces the cost target of each project by two that add up to its amount. */
function breakDown({ projects }: DisclosureSpec): void {
  for (const project of of(projects)) {
    const [indicators, whole] = [of(project.indicators), hundredsOf(project.amount)];
    const { weight, ...first } = {
      ...cost('印刷支出', Math.floor(whole / 3)),
      weight: of(indicators[COST]).weight,
    };
    indicators[COST] = { ...first, ...(weight ? { weight } : {}) };
    add(project, cost('场地支出', whole - Math.floor(whole / 3)));
  }
}

/** Rows of units before the projects they sum: the first two projects, and the others. */
function group({ summary }: DisclosureSpec): void {
  const { rows } = of(summary);
  const sumOf = (part: typeof rows) => wan(part.reduce((sum, { amount }) => sum + hundredsOf(amount), 0));
  const [first, others] = [rows.slice(0, 2), rows.slice(2)];
  rows.splice(
    0,
    rows.length,
    { name: '本级', amount: sumOf(first), sums: true },
    ...first,
    { name: '下属站', amount: sumOf(others), sums: true },
    ...others,
  );
}

/** One planted fault for each rule that holds goals, targets and amounts of one thing against each other. */
export const PLANTED_GOAL_FAULTS: PlantedFault[] = [
  {
    rule: 'goal-figure-differs-from-indicator',
    neighbours: [],
    plant(spec, random) {
      const project = oneOf(spec, random);
      const copies = Number(of(of(indicatorOf(project, 0).parsed)[4])) + random.integer(1, 9) * 100;
      const goal = `${of(project.annualGoal)}全年发放宣传资料${copies}份。`;
      project.annualGoal = goal;
      of(of(spec.summary).rows.find(({ name }) => name === project.name)).annualGoal = goal;
    },
  },
  {
    rule: 'target-differs-within-form',
    neighbours: [],
    plant(spec, random) {
      const times = random.integer(10, 50);
      add(
        oneOf(spec, random),
        visits('逐户走访次数', times),
        visits('走访逐户次数', times + random.integer(1, 9)),
      );
    },
  },
  {
    rule: 'target-bound-reversed',
    neighbours: [],
    plant(spec, random) {
      const satisfaction = indicatorOf(oneOf(spec, random), SATISFACTION);
      satisfaction.target = '≤85%';
      of(satisfaction.parsed)[1] = '<=';
    },
  },
  {
    rule: 'target-year-differs',
    neighbours: [],
    plant(spec, random) {
      add(oneOf(spec, random), {
        level1: '产出指标',
        level2: '时效指标',
        name: '布置完成时间',
        target: '2022年11月底前',
        deadline: '2022-11-30',
      });
    },
  },
  {
    rule: 'target-operator-irregular',
    neighbours: [],
    plant(spec, random) {
      indicatorOf(oneOf(spec, random), AWARENESS).target = '≥90%以上';
    },
  },
  {
    rule: 'indicator-name-missing',
    neighbours: [],
    plant(spec, random) {
      indicatorOf(oneOf(spec, random), SATISFACTION).name = '满意度指标';
    },
  },
  {
    rule: 'targets-swapped',
    neighbours: ['cost-target-exceeds-budget', 'goal-figure-differs-from-indicator'],
    plant(spec) {
      const [one, other] = of(spec.projects).map((project) => indicatorOf(project, COST));
      const [first, second] = [of(one), of(other)];
      [first.target, second.target] = [second.target, first.target];
      [first.parsed, second.parsed] = [of(second.parsed), of(first.parsed)];
    },
  },
  {
    rule: 'cost-targets-differ-from-amount',
    neighbours: [],
    plant(spec, random) {
      breakDown(spec);
      const indicators = of(oneOf(spec, random).indicators);
      const last = hundredsOf(of(of(indicators.at(-1)).parsed)[2]);
      indicators[indicators.length - 1] = cost('场地支出', Math.floor(last / 2));
    },
  },
  {
    rule: 'name-department-swapped',
    neighbours: ['project-name-differs'],
    plant(spec, random) {
      const project = oneOf(spec, random);
      project.summaryName = project.name;
      project.name = '某区公路管理局';
      project.department = '道路养护经费';
    },
  },
  {
    rule: 'part-exceeds-total',
    neighbours: ['budget-differs-from-funding'],
    plant(spec, random) {
      const project = oneOf(spec, random);
      project.funding = { 财政资金: wan(hundredsOf(project.amount) + random.integer(103, 497)) };
    },
  },
  {
    rule: 'subtotal-differs-from-rows',
    neighbours: [],
    plant(spec, random) {
      group(spec);
      const sums = of(spec.summary).rows.filter((row) => row.sums);
      const sum = of(sums[random.integer(0, 1)]);
      sum.amount = wan(hundredsOf(sum.amount) + random.integer(103, 497));
    },
  },
  {
    rule: 'target-differs-between-projects',
    severity: 'note',
    neighbours: [],
    plant(spec, random) {
      const level = random.integer(20, 50);
      const [one, other] = of(spec.projects);
      add(of(one), concentration(level));
      add(of(other), concentration(level + random.integer(1, 9)));
    },
  },
  {
    rule: 'target-differs-from-name',
    neighbours: [],
    plant(spec, random) {
      add(oneOf(spec, random), visits('组织邻里议事（一次）', random.integer(2, 9)));
    },
  },
  {
    rule: 'target-part-missing',
    neighbours: [],
    plant(spec, random) {
      add(oneOf(spec, random), visits('入户宣讲人数（人）；入户宣讲次数（次）', random.integer(2, 9)));
    },
  },
];
