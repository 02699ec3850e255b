import type { SeededRandom } from '../../test/support/seeded-random.js';

/** A cell of a table to draw; spans are 1 where left out. */
export interface PileCell {
  text: string;
  rowSpan?: number;
  colSpan?: number;
}

export interface PileTable {
  title: string;
  caption: string;
  columns: number;
  /** Cells of each row, covered slots left out. */
  rows: PileCell[][];
}

export interface PileDocument {
  region: string;
  department: string;
  paragraphs: string[];
  tables: PileTable[];
}

const REGIONS = ['石峰区', '浏阳市', '鄠邑区', '潼南区', '歙县', '抚宁区'];
const OFFICES = ['信访局', '司法局', '水利局', '交通运输局', '民政局', '档案馆', '教育局', '农业农村局'];
const TOPICS = [
  '普法宣传',
  '矛盾调解',
  '河道清淤',
  '公路养护',
  '法律援助',
  '应急值守',
  '档案整理',
  '安全巡查',
];
const WHOLE_BUDGET = 4;
const BUDGET_TABLES = [
  '部门收支总表',
  '部门收入总表',
  '部门支出总表',
  '财政拨款收支总表',
  '一般公共预算支出表',
  '一般公共预算基本支出表',
  '政府性基金预算支出表',
  '“三公”经费支出表',
];
const ITEMS = [
  '行政运行',
  '一般行政管理事务',
  '机关服务',
  '专项业务活动',
  '事业运行',
  '行政单位离退休',
  '机关事业单位基本养老保险缴费支出',
  '机关事业单位职业年金缴费支出',
  '行政单位医疗',
  '事业单位医疗',
  '公务员医疗补助',
  '住房公积金',
  '购房补贴',
  '其他支出',
];
const LEVELS = [
  [
    '产出指标',
    '数量指标',
    ['办理件数', '发放宣传资料', '养护里程', '巡查次数', '培训人数'],
    ['件', '份', '公里', '次', '人'],
  ],
  ['产出指标', '质量指标', ['验收合格率', '按期答复率', '办结率'], ['%', '%', '%']],
  ['产出指标', '时效指标', ['资金拨付及时率', '任务按期完成率'], ['%', '%']],
  ['产出指标', '成本指标', ['项目支出控制数'], ['万元']],
  ['效益指标', '社会效益指标', ['惠及群众', '事故下降'], ['人', '%']],
  ['满意度指标', '服务对象满意度指标', ['群众满意度'], ['%']],
] as const;

/**
 * A department's disclosure: an introduction, a summary of its projects, and a form for each. From four projects on it is a
 * whole budget, as most real ones are: pages of explanation and the tables of revenue and expenditure come before.
 */
export function pileDocument(random: SeededRandom, serial: number): PileDocument {
  const region = pick(random, REGIONS);
  const department = `${region}${pick(random, OFFICES)}`;
  const year = 2020 + (serial % 5);
  const size = random.next();
  const count =
    size < 0.6 ? random.integer(1, 3) : size < 0.92 ? random.integer(4, 8) : random.integer(20, 40);
  const projects = Array.from({ length: count }, (_, index) => ({
    name: `${pick(random, TOPICS)}经费（${serial}-${index + 1}）`,
    hundreds: random.integer(100, 90_000),
  }));
  const isWhole = count >= WHOLE_BUDGET;
  return {
    region,
    department,
    paragraphs: [
      `${department}${year}年部门预算`,
      '一、部门职责',
      `${department}负责本辖区内有关工作的组织、指导和监督，完成上级交办的其他事项。`,
      ...(isWhole ? explanation(random, department, year) : []),
      '二、绩效目标',
    ],
    tables: [
      ...(isWhole ? BUDGET_TABLES.map((title) => budgetTable(random, year, department, title)) : []),
      summaryTable(year, department, projects),
      ...projects.map((project) => projectTable(random, year, department, project)),
    ],
  };
}

/** Sentences on each item of expenditure, as the explanations of a budget have them. */
const explanation = (random: SeededRandom, department: string, year: number): string[] =>
  ITEMS.map((item) => {
    const [before, now] = [random.integer(1000, 90_000), random.integer(1000, 90_000)];
    return `${item}${year}年预算${wan(now)}万元，上年预算${wan(before)}万元，主要用于${department}保障机构正常运转、完成日常工作任务而发生的各项支出，包括人员经费、办公费、印刷费、水电费、差旅费、维修费和其他商品服务支出。`;
  });

function budgetTable(random: SeededRandom, year: number, department: string, title: string): PileTable {
  return {
    title: `${year}年${title}`,
    caption: `部门：${department}　单位：万元`,
    columns: 4,
    rows: [
      texts('科目编码', '科目名称', '本年预算', '上年预算'),
      ...ITEMS.map((item, index) =>
        texts(
          `${2_010_301 + index * 101}`,
          item,
          wan(random.integer(100, 90_000)),
          wan(random.integer(100, 90_000)),
        ),
      ),
    ],
  };
}

interface PileProject {
  name: string;
  /** In 百元, so that 万元 have two decimals. */
  hundreds: number;
}

const wan = (hundreds: number): string => (hundreds / 100).toFixed(2);

function pick<T>(random: SeededRandom, items: readonly [T, ...T[]] | readonly T[]): T {
  const item = items[random.integer(0, items.length - 1)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function summaryTable(year: number, department: string, projects: readonly PileProject[]): PileTable {
  const total = projects.reduce((sum, { hundreds }) => sum + hundreds, 0);
  return {
    title: `${year}年专项资金绩效目标汇总表`,
    caption: `填报单位：${department}　金额单位：万元`,
    columns: 4,
    rows: [
      texts('序号', '项目名称', '金额', '年度绩效目标'),
      texts('', '合计', wan(total), ''),
      ...projects.map(({ name, hundreds }, index) =>
        texts(`${index + 1}`, name, wan(hundreds), `完成${name}的年度任务`),
      ),
    ],
  };
}

function projectTable(
  random: SeededRandom,
  year: number,
  department: string,
  project: PileProject,
): PileTable {
  const other = random.integer(0, Math.floor(project.hundreds / 4));
  const indicators = LEVELS.flatMap(([level1, level2, names, units]) =>
    names.slice(0, random.integer(1, names.length)).map((name, index) => {
      const unit = units[index] ?? '';
      const value = unit === '%' ? random.integer(80, 100) : random.integer(2, 9000);
      return { level1, level2, name, target: `≥${value}${unit}` };
    }),
  );
  return {
    title: `${year}年项目支出绩效目标表`,
    caption: `填报单位：${department}　金额单位：万元`,
    columns: 4,
    rows: [
      wide('项目名称', project.name),
      wide('主管部门', department),
      texts('项目资金（万元）', '资金总额', wan(project.hundreds), '')
        .slice(0, 2)
        .concat(span(wan(project.hundreds), 2)),
      texts('', '其中：财政资金').concat(span(wan(project.hundreds - other), 2)),
      texts('', '其他资金').concat(span(wan(other), 2)),
      wide('年度绩效目标', `按计划完成${project.name}，资金使用规范，群众得到实惠。`),
      texts('一级指标', '二级指标', '三级指标', '指标值'),
      ...indicators.map((indicator, index) => {
        const before = indicators[index - 1];
        const run = (key: 'level1' | 'level2'): PileCell[] => {
          if (before?.[key] === indicator[key]) return [];
          const rowSpan = indicators.slice(index).findIndex((each) => each[key] !== indicator[key]);
          return [{ text: indicator[key], rowSpan: rowSpan < 0 ? indicators.length - index : rowSpan }];
        };
        return [...run('level1'), ...run('level2'), ...texts(indicator.name, indicator.target)];
      }),
    ],
  };
}

const texts = (...row: string[]): PileCell[] => row.map((text) => ({ text }));
const span = (text: string, colSpan: number): PileCell => ({ text, colSpan });
const wide = (label: string, value: string): PileCell[] => [{ text: label }, span(value, 3)];
