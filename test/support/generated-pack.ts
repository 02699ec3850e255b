import type { DisclosureSpec } from '../../src/audit/rules/example.js';
import {
  type ColumnSpec,
  type LineSpec,
  type PackSpec,
  type SaidSpec,
  type StatementSpec,
  spendingTable,
} from '../../src/audit/rules/pack-example.js';
import type { SeededRandom } from './seeded-random.js';

/** `national` codes and two halves · `numbered` classes by numbering, four halves · `final` accounts with money carried over */
export const PACK_LAYOUTS = ['national', 'numbered', 'final'] as const;
export type PackLayout = (typeof PACK_LAYOUTS)[number];

/** Amounts are counted in 百元; the last place of 万元 stays, as statements print it. */
const print = (hundreds: number): string => (hundreds / 100).toFixed(2);
const said = (hundreds: number): string => `${print(hundreds)}万元`;
const hundredsOf = (printed = '0'): number => Math.round(Number(printed) * 100);

interface Class {
  code: string;
  name: string;
  basic: number;
  project: number;
}

/** Whole numbers that add up to a sum, none of them 0 where the sum allows. */
function split(sum: number, count: number, random: SeededRandom): number[] {
  const cuts = Array.from({ length: count - 1 }, () => random.integer(1, Math.max(1, sum - 1))).sort(
    (a, b) => a - b,
  );
  return [...cuts, sum].map((cut, index) => cut - (cuts[index - 1] ?? 0));
}

/**
 * Statements and prose of a department, which agree with its forms and with each other: every total, class, difference and rate.
 * The forms give 基本支出 and 项目支出 of the year.
 */
export function generatePack(spec: DisclosureSpec, layout: PackLayout, random: SeededRandom): PackSpec {
  const { expenditure = {}, revenue = {} } = spec.departmentForm ?? {};
  const basic = hundredsOf(expenditure.基本支出);
  const project = hundredsOf(expenditure.项目支出);
  const other = hundredsOf(revenue.其他资金);
  const [running = 0, retired = 0, medical = 0, housing = 0] = split(basic, 4, random);
  const classes: Class[] = [
    { code: '2013601', name: '行政运行', basic: running, project: 0 },
    { code: '2013602', name: '一般行政管理事务', basic: 0, project },
    { code: '2080505', name: '机关事业单位基本养老保险缴费支出', basic: retired, project: 0 },
    { code: '2101101', name: '行政单位医疗', basic: medical, project: 0 },
    { code: '2210201', name: '住房公积金', basic: housing, project: 0 },
  ];
  const facts = { basic, project, other, total: basic + project, classes };
  return {
    statements: [
      sides(facts, layout, random),
      incomes(facts),
      expenditures(facts, layout),
      economy(facts, layout, random),
      threePublic(layout, random),
      projects(spec),
    ],
    said: prose(facts, random),
  };
}

interface Facts {
  basic: number;
  project: number;
  other: number;
  total: number;
  classes: Class[];
}

const TOPS: Record<string, string> = {
  '201': '一般公共服务支出',
  '208': '社会保障和就业支出',
  '210': '卫生健康支出',
  '221': '住房保障支出',
};
const MIDDLES: Record<string, string> = {
  '20136': '其他共产党事务支出',
  '20805': '行政事业单位养老支出',
  '21011': '行政事业单位医疗',
  '22102': '住房改革支出',
};

const sumOf = (classes: Class[]): [basic: number, project: number] => [
  classes.reduce((sum, each) => sum + each.basic, 0),
  classes.reduce((sum, each) => sum + each.project, 0),
];

/** 收支总表: money carried over in final accounts stands between 本年合计 and 总计. */
function sides({ classes, total, other }: Facts, layout: PackLayout, random: SeededRandom): StatementSpec {
  const [word, kind] = layout === 'final' ? (['决算数', 'actual'] as const) : (['预算数', 'budget'] as const);
  const carried = layout === 'final' ? random.integer(100, 9_000) : 0;
  const halves = layout === 'numbered' ? [1, 2] : [1];
  const columns: ColumnSpec[] = [
    [`收入/${word}`, kind, 0, 'income'],
    ...halves.map((half): ColumnSpec => [`支出/${word}`, kind, half, 'expenditure']),
  ];
  const line = (
    half: number,
    item: string,
    hundreds: number | null,
    rest: Partial<LineSpec> = {},
  ): LineSpec => ({
    half,
    item,
    amounts: [hundreds === null ? '' : print(hundreds)],
    ...rest,
  });
  const income = [
    line(0, '一、一般公共预算拨款收入', total - other, { level: 1 }),
    line(0, '其中：专项资金', Math.floor((total - other) / 3), { level: 2, role: 'part' }),
    line(0, '二、政府性基金预算拨款收入', null, { level: 1 }),
    line(0, '三、其他收入', other, { level: 1 }),
    line(0, '本年收入合计', total, { role: 'total' }),
    line(0, layout === 'final' ? '年初结转和结余' : '上年结转', carried || null, {
      role: 'carried',
      level: 1,
    }),
    line(0, '收入总计', total + carried, { role: 'total' }),
  ];
  const spending = halves.flatMap((half) => [
    ...(half === 2
      ? [line(2, '1、基本支出与项目支出', total, { level: 1 })]
      : Object.entries(TOPS).map(([code, name], index) =>
          line(
            half,
            `${'一二三四'[index]}、${name}`,
            sumOf(classes.filter((each) => each.code.startsWith(code))).reduce((a, b) => a + b),
            { level: 1 },
          ),
        )),
    line(half, '本年支出合计', total, { role: 'total' }),
    line(half, layout === 'final' ? '年末结转和结余' : '结转下年', carried || null, {
      role: 'carried',
      level: 1,
    }),
    line(half, '支出总计', total + carried, { role: 'total' }),
  ]);
  return { kind: 'income-expenditure', title: '部门收支总表', columns, lines: [...income, ...spending] };
}

const incomes = ({ total, other }: Facts): StatementSpec => ({
  kind: 'income',
  title: '部门收入总表',
  columns: [
    ['合计', 'total'],
    ['一般公共预算', 'general-public'],
    ['政府性基金', 'government-fund'],
    ['其他资金', 'other-funds'],
  ],
  lines: [{ item: '合计', role: 'total', amounts: [print(total), print(total - other), '', print(other)] }],
});

/** 支出总表: by 类, 款 and 项, or classes of 项 alone. */
function expenditures({ classes, basic, project }: Facts, layout: PackLayout): StatementSpec {
  const row = (code: string, item: string, own: Class[]): LineSpec => {
    const [some, more] = sumOf(own);
    return {
      code,
      item,
      level: code.length / 2 - 0.5,
      amounts: [print(some + more), some ? print(some) : '', more ? print(more) : ''],
    };
  };
  const under = (code: string) => classes.filter((each) => each.code.startsWith(code));
  const lines = classes.flatMap(({ code, name }, index) => {
    const before = classes[index - 1]?.code ?? '';
    const uppers = [code.slice(0, 3), code.slice(0, 5)].filter((upper) => !before.startsWith(upper));
    return [
      ...(layout === 'numbered'
        ? []
        : uppers.map((upper) => row(upper, TOPS[upper] ?? MIDDLES[upper] ?? '', under(upper)))),
      row(code, name, under(code)),
    ];
  });
  const total = row('0', '合计', classes);
  const sum: LineSpec = {
    item: '合计',
    role: 'total',
    amounts: [print(basic + project), print(basic), print(project)],
  };
  return spendingTable(
    ...(layout === 'final' ? [...lines, { ...sum, amounts: total.amounts }] : [sum, ...lines]),
  );
}

/** 基本支出 by economy class, with 人员经费 and 公用经费. */
function economy({ basic }: Facts, layout: PackLayout, random: SeededRandom): StatementSpec {
  const [wage = 0, bonus = 0, office = 0, travel = 0, pension = 0] = split(basic, 5, random);
  const row = (code: string, item: string, staff: number, running: number): LineSpec => ({
    code,
    item,
    amounts: [print(staff + running), staff ? print(staff) : '', running ? print(running) : ''],
  });
  const lines = [
    row('301', '工资福利支出', wage + bonus, 0),
    row('30101', '基本工资', wage, 0),
    row('30103', '奖金', bonus, 0),
    row('302', '商品和服务支出', 0, office + travel),
    row('30201', '办公费', 0, office),
    row('30211', '差旅费', 0, travel),
    row('303', '对个人和家庭的补助', pension, 0),
    row('30302', '退休费', pension, 0),
  ];
  const sum = { ...row('', '合计', wage + bonus + pension, office + travel), role: 'total' as const };
  const { code: _, ...total } = sum;
  return {
    kind: 'basic-economy',
    title: '基本支出表',
    columns: [
      ['合计', 'total'],
      ['人员经费', 'other'],
      ['公用经费', 'other'],
    ],
    lines: layout === 'final' ? [...lines, total] : [total, ...lines],
  };
}

function threePublic(layout: PackLayout, random: SeededRandom): StatementSpec {
  const [abroad, meals, purchase, running] = [1, 2, 3, 4].map(() => random.integer(1, 900));
  const [a = 0, m = 0, p = 0, r = 0] = [abroad, meals, purchase, running];
  const kind = layout === 'final' ? ('actual' as const) : ('budget' as const);
  const labels = [
    '合计',
    '因公出国（境）费',
    '公务用车购置及运行费/小计',
    '公务用车购置及运行费/公务用车购置费',
    '公务用车购置及运行费/公务用车运行费',
    '公务接待费',
  ];
  return {
    kind: 'three-public',
    title: '“三公”经费表',
    columns: labels.map((label, index): ColumnSpec => [label, index === 0 ? 'total' : kind]),
    lines: [{ item: '本部门', amounts: [a + m + p + r, a, p + r, p, r, m].map(print) }],
  };
}

/** 项目支出表; the first project stands in two rows, by class. */
function projects({ projects: own = [], departmentForm }: DisclosureSpec): StatementSpec {
  const lines = own.flatMap(({ name, code, amount }, index): LineSpec[] => {
    const hundreds = hundredsOf(amount);
    const rows = index === 0 ? [Math.floor(hundreds / 3), hundreds - Math.floor(hundreds / 3)] : [hundreds];
    return rows.map((row) => ({ item: name, ...(code ? { code } : {}), amounts: [print(row)] }));
  });
  const total = print(hundredsOf(departmentForm?.expenditure?.项目支出));
  return {
    kind: 'project-expenditure',
    title: '项目支出表',
    columns: [['金额', 'budget']],
    lines: [{ item: '合计', role: 'total', amounts: [total] }, ...lines],
  };
}

function prose({ total, basic, project }: Facts, random: SeededRandom): SaidSpec[] {
  const rise = random.integer(100, Math.floor(total / 2));
  const rate = ((rise * 100) / (total - rise)).toFixed(2);
  return [
    {
      subject: '收入预算',
      aboutYear: 2023,
      amount: said(total),
      change: [said(rise), 'up'],
      percent: [rate, 'change', 'up'],
    },
    {
      subject: '支出预算',
      aboutYear: 2023,
      amount: said(total),
      base: said(total - rise),
      percent: [rate, 'change', 'up'],
    },
    { subject: '支出预算', aboutYear: 2022, amount: said(total - rise) },
    { subject: '基本支出', amount: said(basic), percent: [((basic * 100) / total).toFixed(1), 'share'] },
    { subject: '项目支出', amount: said(project) },
  ];
}
