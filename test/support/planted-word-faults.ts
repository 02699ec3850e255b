import type { DisclosureSpec, IndicatorSpec, ProjectSpec } from '../../src/audit/rules/example.js';
import { indicatorOf, of, oneOf, type PlantedFault } from './planted-fault.js';

/** The generated project's indicator of what is known, and of satisfaction. */
const AWARENESS = 2;
const SATISFACTION = 3;

const benefitOf = (project: ProjectSpec): IndicatorSpec => indicatorOf(project, AWARENESS);

/** Another indicator, without a weight of its own. */
const add = (project: ProjectSpec, indicator: IndicatorSpec): void => {
  of(project.indicators).push({ ...indicator, weight: undefined });
};

/** The project's goal, in its form and in the summary. */
function setGoal({ summary }: DisclosureSpec, project: ProjectSpec, goal: string): void {
  project.annualGoal = goal;
  const row = of(summary).rows.find(({ name }) => name === project.name);
  of(row).annualGoal = goal;
}

/** One planted fault for each rule about indicators, names and texts. */
export const PLANTED_WORD_FAULTS: PlantedFault[] = [
  {
    rule: 'target-differs-between-forms',
    severity: 'note',
    neighbours: [],
    plant(spec, random) {
      const promised = of(of(of(spec.departmentForm).indicators)[1]);
      Object.assign(benefitOf(oneOf(spec, random)), {
        name: promised.name,
        target: '≥80%',
        parsed: ['percent', '>=', '80', '%', '80', '%'],
      });
    },
  },
  {
    rule: 'target-unit-missing',
    neighbours: [],
    plant(spec, random) {
      Object.assign(benefitOf(oneOf(spec, random)), {
        target: '≥90',
        parsed: ['number', '>=', '90', '', '90', ''],
        flags: ['unit-missing', 'maybe-percent'],
      });
    },
  },
  {
    rule: 'target-unit-foreign',
    neighbours: [],
    plant(spec, random) {
      const times = String(random.integer(1, 9));
      Object.assign(benefitOf(oneOf(spec, random)), {
        target: `${times}次`,
        parsed: ['number', '=', times, '次', times, '次'],
      });
    },
  },
  {
    rule: 'target-rate-over-100',
    neighbours: [],
    plant(spec, random) {
      Object.assign(benefitOf(oneOf(spec, random)), {
        target: '≥100%',
        parsed: ['percent', '>=', '100', '%', '100', '%'],
      });
    },
  },
  {
    rule: 'targets-contradict',
    neighbours: [],
    plant(spec, random) {
      const project = oneOf(spec, random);
      const most = String(random.integer(1, 9));
      Object.assign(benefitOf(project), {
        name: '设备正常率',
        target: '100%',
        parsed: ['percent', '=', '100', '%', '100', '%'],
      });
      add(project, {
        ...benefitOf(project),
        name: '设备故障率',
        target: `≤${most}%`,
        parsed: ['percent', '<=', most, '%', most, '%'],
      });
    },
  },
  {
    rule: 'target-is-placeholder',
    neighbours: [],
    plant(spec, random) {
      Object.assign(benefitOf(oneOf(spec, random)), {
        target: '是/否',
        parsed: ['placeholder', null, '', '', '', ''],
      });
    },
  },
  {
    rule: 'target-repeats-name',
    neighbours: [],
    plant(spec, random) {
      const benefit = benefitOf(oneOf(spec, random));
      Object.assign(benefit, { target: benefit.name, parsed: undefined });
    },
  },
  {
    rule: 'target-not-measurable',
    neighbours: [],
    plant(spec, random) {
      Object.assign(indicatorOf(oneOf(spec, random), SATISFACTION), {
        target: '良好',
        parsed: ['level', null, '良好', '', '', ''],
      });
    },
  },
  {
    rule: 'indicator-misplaced',
    neighbours: [],
    plant(spec, random) {
      const project = oneOf(spec, random);
      add(project, {
        ...benefitOf(project),
        level1: '成本指标',
        level2: '成本指标',
        name: '资金支付及时率',
      });
    },
  },
  {
    rule: 'indicator-duplicated',
    neighbours: [],
    plant(spec, random) {
      const project = oneOf(spec, random);
      add(project, { ...benefitOf(project), level2: '可持续影响指标' });
    },
  },
  {
    rule: 'dimension-missing',
    neighbours: [],
    plant(spec, random) {
      Object.assign(benefitOf(oneOf(spec, random)), { level1: '产出指标', level2: '质量指标' });
    },
  },
  {
    rule: 'project-name-differs',
    neighbours: [],
    plant(spec, random) {
      const project = oneOf(spec, random);
      project.summaryName = project.name;
      project.name = project.name.replace('经费', '专费');
    },
  },
  {
    rule: 'goal-differs',
    neighbours: [],
    plant(spec, random) {
      const project = oneOf(spec, random);
      project.annualGoal = `${project.annualGoal}完成上级交办的其他任务。`;
    },
  },
  {
    rule: 'scope-overlaps',
    neighbours: [],
    plant({ projects, summary }) {
      const [project, other] = of(projects);
      const row = of(of(summary).rows.find(({ name }) => name === of(project).name));
      row.name = `平安建设经费（含见义勇为、${of(other).name.replace('经费', '')}）`;
      of(project).name = row.name;
    },
  },
  {
    rule: 'secrecy-inconsistent',
    neighbours: [],
    plant({ summary }, random) {
      const rows = of(summary).rows;
      of(rows[random.integer(0, rows.length - 1)]).goal = '涉密，不公开。';
    },
  },
  {
    rule: 'text-truncated',
    neighbours: [],
    plant(spec, random) {
      const project = oneOf(spec, random);
      setGoal(spec, project, of(project.annualGoal).replace(/。$/, '，'));
    },
  },
  {
    rule: 'template-text-left',
    neighbours: [],
    plant(spec, random) {
      oneOf(spec, random).templateTexts = Array.from({ length: random.integer(1, 5) }, () => '指标2：');
    },
  },
  {
    rule: 'agency-is-project',
    neighbours: [],
    plant(spec, random) {
      const project = oneOf(spec, random);
      project.department = project.name;
    },
  },
  {
    rule: 'text-copied-between-projects',
    neighbours: [],
    plant(spec) {
      const [first, second] = of(spec.projects);
      setGoal(spec, of(second), `根据年度安排，${of(of(first).annualGoal)}`);
    },
  },
  {
    rule: 'text-copied-from-last-year',
    neighbours: [],
    plant() {},
    beside: ({ departmentForm, summary, projects, ...spec }) => [
      {
        ...spec,
        year: 2022,
        projects: of(projects).map(({ name, annualGoal, indicators }) => ({ name, annualGoal, indicators })),
      },
    ],
  },
  {
    rule: 'text-copied-across-regions',
    neighbours: [],
    plant() {},
    beside: ({ projects }) => [
      {
        year: 2022,
        region: { code: '990201', name: '乙区' },
        projects: [{ name: '另一个项目', annualGoal: of(of(projects)[0]).annualGoal }],
      },
    ],
  },
  {
    rule: 'unit-cost-outlier',
    neighbours: [],
    plant(spec, random) {
      const [cost] = of(oneOf(spec, random).costs);
      const term = of(of(of(cost).terms)[0]);
      term.factors = [`${Number.parseInt(of(term.factors)[0] ?? '', 10) / 10}份`, '5元/份'];
    },
    beside: () =>
      ['甲', '乙', '丙', '丁', '戊'].map((name) => ({
        department: `${name}局`,
        projects: [
          {
            name: '宣传',
            costs: [
              { item: '宣传费', amount: '1', calculation: '', terms: [{ factors: ['10份', '0.6元/份'] }] },
            ],
          },
        ],
      })),
  },
];
