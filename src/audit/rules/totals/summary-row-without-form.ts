import type { Evidence, Project, ProjectMention } from '../../../model/disclosure.js';
import { isSecret } from '../../../model/facts/secrecy.js';
import { summaryRows } from '../../equations/summary.js';
import { fenOf, figureOf } from '../../figures/figure.js';
import { percentOf, showFen, showFigure } from '../../figures/format.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const summaryRowWithoutForm = defineDocumentRule({
  id: 'summary-row-without-form',
  version: 1,
  title: '汇总表中的项目没有项目绩效目标表',
  severity: 'warning',
  tolerance: 'none',
  authority: guidance(
    '《中共中央 国务院关于全面实施预算绩效管理的意见》（中发〔2018〕34号）：重要绩效目标与预算草案同步向社会公开',
  ),
  formula: '汇总表的每个项目都有项目表',
  why: '缺少项目表就看不到该笔资金的目标与测算；注明涉密的照录其说明，是否适当由核查人判断。',
  messages: {
    missing: '汇总表列有“{name}”（{amount}{share}），同一文件中没有它的项目表，待核实。',
    secret: '汇总表列有“{name}”（{amount}{share}），注明“{claim}”，没有项目表，待核实。',
  },
  *check(disclosure) {
    const rows = disclosure.disclosure.projects.flatMap((project) => {
      const row = project.mentions.find((mention) => mention.role === 'summary-row');
      return row ? [{ project, row }] : [];
    });
    if (rows.length === 0) return yield notApplicable('没有专项资金汇总表');
    if (!rows.some(({ project }) => project.hasForm))
      return yield notApplicable('文件中没有汇总表所列项目的表');
    for (const { project, row } of rows) yield project.hasForm ? pass : missing(disclosure, project, row);
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
    ],
    notApplicable: [
      {
        title: '只公开了汇总表',
        disclosures: [{ summary: { total: '10', rows: [{ name: '甲', amount: '10' }] } }],
      },
    ],
  },
});

function missing(disclosure: DisclosureSubject, project: Project, row: ProjectMention): Verdict {
  const form = disclosure.forms.find((candidate) => candidate.form.index === row.form);
  if (!form) return notApplicable('汇总表是空白模板');
  const figure =
    row.money && row.evidence.money ? figureOf('金额', row.money, row.evidence.money, form.reading) : null;
  if (fenOf(figure) === 0) return notApplicable('金额为零');
  const claim = secrecyClaim(project, row);
  const amount = figure ? showFigure(figure) : '未列金额';
  const fen = fenOf(figure);
  const whole = summaryRows(form).reduce((sum, other) => sum + (fenOf(other) ?? 0), 0);
  const percent = fen === null ? null : percentOf(fen, whole);
  const share = percent === null ? '' : `，占汇总表各行之和${showFen(whole)}的${percent}%`;
  return fail({
    field: 'summary.row',
    project,
    message: claim || project.state === 'secret' ? 'secret' : 'missing',
    parameters: { name: project.name, amount, share, claim: claim?.quote.trim() ?? '涉密' },
    reported: amount,
    differenceFen: fen ?? undefined,
    totalFen: whole,
    operands: [
      { label: '项目名称', evidence: row.evidence.name, form: form.reading },
      ...(figure ? [figure] : []),
      ...(claim ? [{ label: '说明', evidence: claim, form: form.reading }] : []),
    ],
  });
}

/** The cell that says 涉密, among the cells of the project's row. */
function secrecyClaim(project: Project, row: ProjectMention): Evidence | undefined {
  const goals = [row.annualGoal, row.periodGoal].flatMap((goal) => (goal ? [goal.evidence] : []));
  return [...goals, ...Object.values(project.evidence)].find((cell) => cell && isSecret(cell.quote));
}
