import { type EquationOrReason, partsOfList } from '../figures/equation.js';
import { type Figure, fenOf, figureAt, figureOf } from '../figures/figure.js';
import type { ListRow } from '../figures/subtotals.js';
import { leavesOf } from '../figures/subtotals.js';
import { oncePer } from '../subjects/once-per.js';
import type { DisclosureSubject, FormSubject } from '../subjects/subject.js';
import { hasUnreadRows } from '../subjects/unread-rows.js';
import { notApplicable, notEvaluated } from '../verdicts/verdict.js';

/** Amounts of the rows of a summary or a flat list, in reading order, without those that only sum others. */
export const summaryRows = oncePer((form: FormSubject): Figure[] => leavesOf(listRows(form)).sure);

const listRows = oncePer((form: FormSubject): ListRow[] =>
  form.entries.flatMap(({ mention }) =>
    mention && mention.role !== 'form' && mention.money && mention.evidence.money
      ? [
          {
            figure: figureOf(mention.name, mention.money, mention.evidence.money, form.reading),
            printed: mention.evidence.name.quote,
          },
        ]
      : [],
  ),
);

/** 附表2 合计 = Σ rows. */
export const summaryEquation = oncePer((form: FormSubject): EquationOrReason => {
  const { total } = form.form;
  if (!total) return notApplicable('汇总表没有合计行');
  if (hasUnreadRows(form)) return notEvaluated('清单没有读全');
  const printed = { ...figureAt(total, form.reading), label: '汇总表合计' };
  const rows = listRows(form);
  return {
    field: 'summary.total',
    project: null,
    total: printed,
    ...partsOfList(printed, rows),
    doubts: rows.length < listed(form) ? ['有项目未读出金额'] : [],
  };
});

/** How many projects the list names. */
const listed = ({ entries }: FormSubject): number =>
  entries.filter(({ mention }) => mention && mention.role !== 'form').length;

/** The department's 项目支出 of the year, where exactly one is printed. */
export function projectSpending(disclosure: DisclosureSubject): Figure | null {
  const found = disclosure.forms
    .filter(({ form }) => form.kind === 'department')
    .flatMap((form) =>
      form.entries
        .filter((entry) => entry.project === null)
        .flatMap((entry) => entry.budgets)
        .filter(
          (line) =>
            line.axis === 'expenditure' &&
            line.horizon === 'annual' &&
            line.scope === 'own' &&
            line.category === '项目支出',
        )
        .map((line) => figureOf('部门项目支出', line.money, line.evidence, form.reading)),
    );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The department's 项目支出 = 附表2 合计 (else Σ of its rows). */
export const projectSpendingEquation = oncePer((disclosure: DisclosureSubject): EquationOrReason => {
  const summaries = disclosure.forms.filter(({ form }) => form.kind === 'summary');
  if (summaries.length === 0) return notApplicable('没有专项资金汇总表');
  const total = projectSpending(disclosure);
  if (!total) return notApplicable('部门表没有项目支出');
  const totals = summaries.map((form) => form.form.total && figureAt(form.form.total, form.reading));
  const isRead = summaries.every(
    (form, index) => fenOf(totals[index] ?? null) !== null || !hasUnreadRows(form),
  );
  if (!isRead) return notEvaluated('清单没有读全');
  const rows = summaries.flatMap((form, index): ListRow[] => {
    const printed = totals[index] ?? null;
    return printed && fenOf(printed) !== null
      ? [{ figure: { ...printed, label: '汇总表合计' }, printed: '' }]
      : listRows(form);
  });
  return {
    field: 'department.project-spending',
    project: null,
    total,
    ...partsOfList(total, rows),
    doubts: unlisted(disclosure),
  };
});

/** Projects with a form that no summary lists: the summary may cover a part of the project spending only. */
function unlisted({ disclosure }: DisclosureSubject): string[] {
  const outside = disclosure.projects.some(
    (project) => project.hasForm && !project.mentions.some((mention) => mention.role === 'summary-row'),
  );
  return outside ? ['有项目未列入汇总表，汇总表可能只列部分项目'] : [];
}
