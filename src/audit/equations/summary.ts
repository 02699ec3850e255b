import type { Equation, EquationOrReason } from '../figures/equation.js';
import { withoutSubtotals } from '../figures/equation.js';
import { type Figure, fenOf, figureAt, figureOf } from '../figures/figure.js';
import type { DisclosureSubject, FormSubject } from '../subjects/subject.js';
import { notApplicable } from '../verdicts/verdict.js';

/** Amounts of the rows of a summary or a flat list, in reading order. */
export function summaryRows(form: FormSubject): Figure[] {
  return form.entries.flatMap(({ mention }) =>
    mention && mention.role !== 'form' && mention.money && mention.evidence.money
      ? [figureOf(mention.name, mention.money, mention.evidence.money, form.reading)]
      : [],
  );
}

/** 附表2 合计 = Σ rows. */
export function summaryEquation(form: FormSubject): EquationOrReason {
  const { total } = form.form;
  if (!total) return notApplicable('汇总表没有合计行');
  const parts = summaryRows(form);
  return {
    field: 'summary.total',
    project: null,
    total: { ...figureAt(total, form.reading), label: '汇总表合计' },
    parts,
    alternatives: withoutSubtotals(parts),
    doubts: [],
  };
}

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
export function projectSpendingEquation(disclosure: DisclosureSubject): EquationOrReason {
  const summaries = disclosure.forms.filter(({ form }) => form.kind === 'summary');
  if (summaries.length === 0) return notApplicable('没有专项资金汇总表');
  const total = projectSpending(disclosure);
  if (!total) return notApplicable('部门表没有项目支出');
  const parts = summaries.flatMap((form) => {
    const printed = form.form.total && figureAt(form.form.total, form.reading);
    return printed && fenOf(printed) !== null ? [{ ...printed, label: '汇总表合计' }] : summaryRows(form);
  });
  return { ...equationOf(total, parts), doubts: unlisted(disclosure) };
}

const equationOf = (total: Figure, parts: Figure[]): Equation => ({
  field: 'department.project-spending',
  project: null,
  total,
  parts,
  alternatives: withoutSubtotals(parts),
  doubts: [],
});

/** Projects with a form that no summary lists: the summary may cover a part of the project spending only. */
function unlisted({ disclosure }: DisclosureSubject): string[] {
  const outside = disclosure.projects.some(
    (project) => project.hasForm && !project.mentions.some((mention) => mention.role === 'summary-row'),
  );
  return outside ? ['有项目未列入汇总表，汇总表可能只列部分项目'] : [];
}
