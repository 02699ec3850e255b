import type { SeededRandom } from '../../test/support/seeded-random.js';
import type { LinePlan, StatementPlan } from '../../test/support/statement-builder.js';

/** Function classes of a generated 支出总表: code, name. */
const FUNCTIONS = [
  ['201', '一般公共服务支出'],
  ['208', '社会保障和就业支出'],
  ['210', '卫生健康支出'],
  ['213', '农林水支出'],
  ['221', '住房保障支出'],
] as const;

/** 收支总表, 支出总表 and 三公 of one department: some sixty figures that add up; the same numbers give the same statements. */
export function generatedStatements(random: SeededRandom): StatementPlan[] {
  const classes = FUNCTIONS.map(([code, item]) => {
    const [basic, project] = [random.integer(10, 900), random.integer(0, 600)];
    return { code, item, basic, project };
  });
  const sum = (of: (each: (typeof classes)[number]) => number): number =>
    classes.reduce((total, each) => total + of(each), 0);
  const [basic, project] = [sum((each) => each.basic), sum((each) => each.project)];
  const total = basic + project;
  const row = (item: string, ...figures: (number | null)[]): LinePlan => ({
    item,
    figures: figures.map((figure) => (figure === null ? null : String(figure))),
  });
  return [
    {
      kind: 'income-expenditure',
      title: '部门收支总表',
      columns: [['预算数', 'budget']],
      lines: [
        { ...row('一般公共预算拨款收入', total), side: 'income' },
        { ...row('收入总计', total), side: 'income' },
        ...classes.map((each) => ({
          ...row(each.item, each.basic + each.project),
          side: 'expenditure' as const,
        })),
        { ...row('支出总计', total), side: 'expenditure' },
      ],
    },
    {
      kind: 'expenditure',
      title: '部门支出总表',
      columns: [
        ['合计', 'total'],
        ['基本支出', 'basic'],
        ['项目支出', 'project'],
      ],
      lines: [
        { ...row('合计', total, basic, project), role: 'total' },
        ...classes.map((each) => ({
          ...row(each.item, each.basic + each.project, each.basic, each.project),
          code: each.code,
          level: 1,
        })),
      ],
    },
    threePublic(random, row),
  ];
}

function threePublic(
  random: SeededRandom,
  row: (item: string, ...figures: number[]) => LinePlan,
): StatementPlan {
  const [reception, running] = [random.integer(0, 20), random.integer(0, 40)];
  const [receptionBefore, runningBefore] = [random.integer(0, 20), random.integer(0, 40)];
  return {
    kind: 'three-public',
    title: '“三公”经费支出表',
    columns: [
      ['上年预算数', 'last-year'],
      ['本年预算数', 'this-year'],
    ],
    lines: [
      row('合计', receptionBefore + runningBefore, reception + running),
      row('因公出国（境）费', 0, 0),
      row('公务接待费', receptionBefore, reception),
      row('公务用车购置及运行费', runningBefore, running),
      row('公务用车运行费', runningBefore, running),
    ],
  };
}
