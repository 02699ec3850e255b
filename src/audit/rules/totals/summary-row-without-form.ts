import type { Evidence, Project, ProjectMention } from '../../../model/disclosure.js';
import { isSecret } from '../../../model/facts/secrecy.js';
import { summaryRows } from '../../equations/summary.js';
import { type Figure, fenOf, figureOf } from '../../figures/figure.js';
import { percentOf, showFen, showFigure } from '../../figures/format.js';
import { listed } from '../../subjects/indicators.js';
import type { DisclosureSubject, FormSubject } from '../../subjects/subject.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const summaryRowWithoutForm = defineDocumentRule({
  id: 'summary-row-without-form',
  version: 3,
  title: '汇总表中的项目没有项目绩效目标表',
  severity: 'warning',
  tolerance: 'none',
  authority: guidance(
    '《中共中央 国务院关于全面实施预算绩效管理的意见》（中发〔2018〕34号）：重要绩效目标与预算草案同步向社会公开',
  ),
  formula:
    '汇总表的每个项目都有项目表；一份文件一项疑点，一个项目的表也没有的只作提示，每行自带绩效目标的不报',
  why: '缺少项目表就看不到该笔资金的目标与测算；注明涉密的照录其说明，是否适当由核查人判断。',
  messages: {
    missing: '汇总表列有“{name}”（{amount}{share}），同一文件中没有它的项目表，待核实。',
    secret: '汇总表列有“{name}”（{amount}{share}），注明“{claim}”，没有项目表，待核实。',
    several:
      '汇总表所列{rows}个项目中有{count}个（{amount}{share}）在同一文件中没有项目表：{cases}，待核实。',
    none: '汇总表列有{rows}个项目（{amount}），同一文件中没有一个项目的表：{cases}，待核实。',
  },
  *check(disclosure) {
    const rows = rowsOf(disclosure);
    if (rows.length === 0) return yield notApplicable('没有专项资金汇总表');
    const missing = rows.filter(({ project, figure }) => !project.hasForm && fenOf(figure) !== 0);
    const [row, another] = missing;
    if (!row) yield pass;
    else if (!rows.some(({ project }) => project.hasForm))
      yield rows.every(hasGoal)
        ? notApplicable('清单自带绩效目标，不另附项目表')
        : describe('none', rows, missing);
    else if (another) yield describe('several', rows, missing);
    else yield describeOne(rows, row);
  },
  examples: {
    passes: [
      {
        title: '每一行都有项目表',
        disclosures: [
          {
            summary: { total: '10', rows: [{ name: '甲', amount: '10' }] },
            projects: [{ name: '甲', amount: '10' }],
          },
        ],
      },
    ],
    reports: [
      {
        title: '第二行没有项目表，注明涉密',
        disclosures: [
          {
            summary: {
              total: '15',
              rows: [
                { name: '甲', amount: '10' },
                { name: '乙', amount: '5', goal: '涉密，不公开。' },
              ],
            },
            projects: [{ name: '甲', amount: '10' }],
          },
        ],
        fields: ['summary.row'],
      },
      {
        title: '三行中有两行没有项目表：一项疑点',
        disclosures: [
          {
            summary: {
              total: '18',
              rows: [
                { name: '甲', amount: '10' },
                { name: '乙', amount: '5', goal: '涉密，不公开。' },
                { name: '丙', amount: '3' },
              ],
            },
            projects: [{ name: '甲', amount: '10' }],
          },
        ],
        fields: ['summary.rows'],
      },
      {
        title: '只公开了汇总表：提示',
        disclosures: [{ summary: { total: '10', rows: [{ name: '甲', amount: '10' }] } }],
        fields: ['summary.rows'],
      },
    ],
    notApplicable: [
      {
        title: '清单每行自带绩效目标',
        disclosures: [
          { summary: { total: '10', rows: [{ name: '甲', amount: '10', goal: '完成沟渠清淤三公里。' }] } },
        ],
      },
      { title: '没有汇总表', disclosures: [{ projects: [{ name: '甲', amount: '10' }] }] },
    ],
  },
});

/** A project of the summary that is no sum of others. */
interface Row {
  project: Project;
  mention: ProjectMention;
  form: FormSubject;
  figure: Figure | null;
}

/** One row a project, the first where several summaries list it. */
function rowsOf({ forms }: DisclosureSubject): Row[] {
  const summaries = forms.filter(({ form }) => form.kind === 'summary');
  const rows = summaries.flatMap((form) => {
    const leaves = new Set(summaryRows(form).map(({ evidence }) => evidence.place));
    return form.entries.flatMap(({ project, mention }): Row[] => {
      if (!project || mention?.role !== 'summary-row') return [];
      const { money, evidence } = mention;
      const figure = money && evidence.money ? figureOf('金额', money, evidence.money, form.reading) : null;
      return figure && !leaves.has(figure.evidence.place) ? [] : [{ project, mention, form, figure }];
    });
  });
  const first = new Map<Project, Row>();
  for (const row of rows) if (!first.has(row.project)) first.set(row.project, row);
  return [...first.values()];
}

/** A list that says of each project what is to be done is that form itself. */
const hasGoal = ({ mention }: Row): boolean =>
  [mention.annualGoal, mention.periodGoal].some(
    (goal) => goal && !isSecret(goal.text) && goal.text.trim() !== '',
  );

function describeOne(rows: Row[], row: Row): Verdict {
  const { project, figure } = row;
  const claim = secrecyClaim(row);
  return fail({
    field: 'summary.row',
    project,
    message: claim || project.state === 'secret' ? 'secret' : 'missing',
    parameters: { name: project.name, claim: claim?.quote.trim() ?? '涉密', ...amountsOf(rows, [row]) },
    reported: figure ? showFigure(figure) : '未列金额',
    differenceFen: fenOf(figure) ?? undefined,
    totalFen: sumOf(rows),
    operands: operandsOf(row),
  });
}

function describe(message: 'several' | 'none', rows: Row[], missing: Row[]): Verdict {
  const amounts = amountsOf(rows, missing);
  return fail({
    field: 'summary.rows',
    project: null,
    message,
    ...(message === 'none' ? { severity: 'note' as const } : {}),
    parameters: {
      rows: String(rows.length),
      count: String(missing.length),
      ...amounts,
      cases: listed(missing.map(named)),
    },
    reported: amounts.amount,
    differenceFen: sumOf(missing),
    totalFen: sumOf(rows),
    operands: missing.flatMap(operandsOf),
  });
}

const sumOf = (rows: Row[]): number => rows.reduce((sum, { figure }) => sum + (fenOf(figure) ?? 0), 0);

/** What some of the rows come to, and their share of all. */
function amountsOf(rows: Row[], some: Row[]): { amount: string; share: string } {
  const figures = some.flatMap(({ figure }) => (figure && fenOf(figure) !== null ? [figure] : []));
  const [figure] = figures;
  if (!figure) return { amount: '未列金额', share: '' };
  const unit = figure.money.unit ?? '万元';
  const amount = figures.length === 1 ? showFigure(figure) : showFen(sumOf(some), unit);
  const percent = percentOf(sumOf(some), sumOf(rows));
  return {
    amount,
    share: percent === null ? '' : `，占汇总表各行之和${showFen(sumOf(rows), unit)}的${percent}%`,
  };
}

function named(row: Row): string {
  const amount = row.figure ? showFigure(row.figure) : '未列金额';
  const claim = secrecyClaim(row);
  return `“${row.project.name}”（${amount}${claim ? `，注明“${claim.quote.trim()}”` : ''}）`;
}

function operandsOf(row: Row): OperandDraft[] {
  const { mention, form, figure } = row;
  const claim = secrecyClaim(row);
  return [
    { label: '项目名称', evidence: mention.evidence.name, form: form.reading },
    ...(figure ? [figure] : []),
    ...(claim ? [{ label: '说明', evidence: claim, form: form.reading }] : []),
  ];
}

/** The cell that says 涉密, among the cells of the project's row. */
function secrecyClaim({ project, mention }: Row): Evidence | undefined {
  const goals = [mention.annualGoal, mention.periodGoal].flatMap((goal) => (goal ? [goal.evidence] : []));
  return [...goals, ...Object.values(project.evidence)].find((cell) => cell && isSecret(cell.quote));
}
