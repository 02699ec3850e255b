import { checkConstant } from '../../src/audit/figures/code-checksum.js';
import type { CostSpec, DisclosureSpec, IndicatorSpec, ProjectSpec } from '../../src/audit/rules/example.js';
import type { SeededRandom } from './seeded-random.js';

/** What each topic's money is for, in words no other topic uses. */
const GOALS: Record<string, string> = {
  普法宣传:
    '向社区居民讲解新颁布的法律，制作图文并茂的手册，逢集日在街口设点答疑，使多数住户遇到难事时知道该去哪里咨询。',
  矛盾调解:
    '每周排查邻里之间的争执，由调解员上门说和，疑难的请律师到场，争取小事不出村、大事不出镇，当事人握手言和。',
  禁毒工作:
    '对在册人员定期检测，帮助戒断者重新就业，开学季走进课堂演示识别办法，逐步压低复吸的比例，切断贩运的链条。',
  社区矫正:
    '为矫正对象建立个别方案，安排公益劳动和心理谈话，按期评估表现，防止脱离监管，帮助他们顺利回到正常的生活。',
  法律援助:
    '受理低收入家庭的申请，指派律师代理讨薪和赡养案件，结案以后逐一回访，听取意见，改进指派和办理的各个环节。',
  人民监督:
    '抽选监督员旁听评议，收集到的建议逐条答复，并把采纳的情况汇编成册，放在办事大厅供来访者随时取阅和查对。',
  应急值守:
    '昼夜双岗轮班，接报后十分钟内核对并上报，汛期增派机动小组，演练通信中断时的备用方式，缩短到达现场的用时。',
  档案整理:
    '清点历年卷宗并扫描入库，破损的请人修复，编制分类目录，做到来人查阅时当场调出，借出的登记催还不致散失。',
  安全巡查:
    '逐条街道查看电线、燃气管道和消防通道，发现隐患当场登记，限期复查，逾期未改的移交主管单位依法给予处罚。',
};
const STEPS = ['3月底', '6月底', '9月底', '12月底'];
const SIGNS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

/** Amounts are counted in 百元: two decimals of 万元. */
export const wan = (hundreds: number): string => (hundreds / 100).toFixed(2).replace(/\.?0+$/, '');

/** A project code of region 990102 that obeys the check scheme. */
export function codeOf(year: number, serial: number, region = '990102'): string {
  const body = `${region}${String(year % 100)}P0001001${String(serial).padStart(4, '0')}`;
  return body + (SIGNS.find((sign) => checkConstant(body + sign) === 30) ?? '');
}

/**
 * A disclosure in which everything adds up: department form, summary, five to seven projects with costs, calculations, plans,
 * targets, codes and weights. `serial` keeps departments and codes of several disclosures apart.
 */
export function generateDisclosure(random: SeededRandom, serial: number): DisclosureSpec {
  const year = 2023;
  const names = random.shuffled(Object.keys(GOALS)).slice(0, random.integer(5, 7));
  const projects = names.map((name, index) =>
    generateProject(random, name, codeOf(year, serial * 10 + index), `第${serial}局`),
  );
  const spending = projects.reduce((sum, project) => sum + hundredsOf(project.amount), 0);
  const basic = random.integer(5_000, 90_000);
  const other = random.integer(1, 900);
  const leaflets = projects.reduce((sum, project) => sum + leafletsOf(project), 0);
  return {
    year,
    department: `第${serial}局`,
    departmentForm: {
      title: `${year}年部门整体支出绩效目标表`,
      total: wan(basic + spending),
      revenue: {
        一般公共预算拨款: wan(basic + spending - other),
        政府性基金拨款: '0',
        其他资金: wan(other),
      },
      expenditure: { 基本支出: wan(basic), 项目支出: wan(spending) },
      indicators: [leafletTarget(leaflets, undefined), awareness('全区', undefined)],
    },
    summary: {
      title: `${year}年专项资金绩效目标汇总表`,
      total: wan(spending),
      rows: projects.map(({ name, amount = '', annualGoal }) => ({ name, amount, annualGoal })),
    },
    projects: projects.map((project) => ({ ...project, title: `${year}年项目支出绩效目标表` })),
  };
}

/** A self-evaluation in which rate, scores and total agree. */
export function generateSelfEvaluation(random: SeededRandom, serial: number): DisclosureSpec {
  const budget = random.integer(1_000, 90_000);
  const spent = random.integer(Math.ceil(budget / 2), budget);
  const rate = ((spent * 100) / budget).toFixed(2);
  const executed = ((10 * Number(rate)) / 100).toFixed(2);
  const scores = [50, 30, 10].map((weight) => ({
    weight,
    score: random.integer(Math.ceil(weight / 2), weight),
  }));
  const total = scores.reduce((sum, { score }) => sum + score, 0) + Number(executed);
  return {
    year: 2023,
    stage: 'self-evaluation',
    department: `第${serial}局`,
    projects: [
      {
        name: '普法宣传',
        kind: 'project-self-evaluation',
        execution: {
          budget: wan(budget),
          spent: wan(spent),
          rate: `${rate}%`,
          weight: '10',
          score: executed,
        },
        indicators: scores.map(({ weight, score }) => ({
          level1: '产出指标',
          name: `指标之${weight}`,
          target: '1次',
          weight: String(weight),
          score: String(score),
        })),
        scoreTotal: { weight: '100', score: total.toFixed(2) },
      },
    ],
  };
}

const hundredsOf = (printed = '0'): number => Math.round(Number(printed) * 100);

const leafletsOf = ({ indicators = [] }: ProjectSpec): number =>
  indicators.reduce((sum, { parsed }) => sum + (parsed?.[5] === '份' ? Number(parsed[4]) : 0), 0);

function generateProject(random: SeededRandom, name: string, code: string, department: string): ProjectSpec {
  const copies = random.integer(11, 90) * 1000;
  const costs = [
    leafletCost(copies),
    ...Array.from({ length: random.integer(1, 3) }, (_, i) => workCost(random, i)),
  ];
  const hundreds = costs.reduce((sum, cost) => sum + hundredsOf(cost.amount), 0);
  const other = random.integer(0, Math.floor(hundreds / 4));
  const amount = wan(hundreds);
  const [first = 0, second = 0, third = 0] = [1, 2, 3].map(() => random.integer(1, 99)).sort((a, b) => a - b);
  const shares = [first, second, third, 100];
  return {
    name: `${name}经费`,
    code,
    department,
    annualGoal: GOALS[name],
    amount,
    parentAmount: amount,
    funding: { 财政资金: wan(hundreds - other), 其他资金: wan(other) },
    costs,
    costTotal: amount,
    plan: Object.fromEntries(STEPS.map((step, index) => [step, `${shares[index]}%`])),
    indicators: [
      leafletTarget(copies, '60'),
      {
        level1: '成本指标',
        name: '不超过预算',
        target: `≤${amount}万元`,
        parsed: ['money', '<=', amount, '万元', String(hundreds * 100), '元'],
        weight: '20',
      },
      awareness(name, '10'),
      satisfaction(name, '10'),
    ],
  };
}

function awareness(about: string, weight: string | undefined): IndicatorSpec {
  return {
    level1: '效益指标',
    level2: '社会效益指标',
    name: `${about}知晓率`,
    target: '≥90%',
    parsed: ['percent', '>=', '90', '%', '90', '%'],
    ...(weight ? { weight } : {}),
  };
}

function satisfaction(about: string, weight: string): IndicatorSpec {
  return {
    level1: '满意度指标',
    level2: '服务对象满意度指标',
    name: `${about}对象满意度`,
    target: '≥85%',
    parsed: ['percent', '>=', '85', '%', '85', '%'],
    weight,
  };
}

function leafletTarget(copies: number, weight: string | undefined): IndicatorSpec {
  return {
    level1: '产出指标',
    level2: '数量指标',
    name: '发放宣传资料',
    target: `${copies}份`,
    parsed: ['number', null, String(copies), '份', String(copies), '份'],
    ...(weight ? { weight } : {}),
  };
}

/** Half a 元 a copy. */
function leafletCost(copies: number): CostSpec {
  return {
    item: '宣传费',
    amount: wan(copies / 200),
    calculation: `宣传资料${copies}份*0.5元/份=${copies / 2}元`,
    terms: [
      {
        factors: [`${copies}份`, '0.5元/份'],
        computed: String(copies / 2),
        stated: String(copies / 2),
        slack: '0.5',
      },
    ],
    quantities: [{ label: '宣传资料', value: String(copies), unit: '份' }],
  };
}

function workCost(random: SeededRandom, index: number): CostSpec {
  const people = random.integer(3, 40);
  const price = random.integer(2, 60) * 100;
  const yuan = people * price;
  return {
    item: ['劳务费', '培训费', '差旅费'][index] ?? '其他',
    amount: wan(yuan / 100),
    calculation: `${people}人*${price}元/人=${yuan}元`,
    terms: [
      {
        factors: [`${people}人`, `${price}元/人`],
        computed: String(yuan),
        stated: String(yuan),
        slack: '0.5',
      },
    ],
  };
}
