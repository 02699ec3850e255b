import { type EquationOrReason, withoutSubtotals } from '../figures/equation.js';
import { type Figure, fenOf } from '../figures/figure.js';
import type { DisclosureSubject } from '../subjects/subject.js';
import { notApplicable } from '../verdicts/verdict.js';
import { projectSpending } from './summary.js';

/**
 * The department's 项目支出 = Σ of the amounts in the projects' own forms, where a summary lists every project and each has its
 * form. Without a summary nothing says that the forms are all there are.
 */
export function projectsEquation(disclosure: DisclosureSubject): EquationOrReason {
  const total = projectSpending(disclosure);
  if (!total) return notApplicable('部门表没有项目支出');
  const { projects } = disclosure.disclosure;
  if (!disclosure.forms.some(({ form }) => form.kind === 'summary')) {
    return notApplicable('没有汇总表，不能确认项目是否全部公开');
  }
  if (!projects.some((project) => project.hasForm)) return notApplicable('没有项目表');
  if (projects.some((project) => !project.hasForm)) return notApplicable('有项目没有项目表');
  const parts = disclosure.forms.flatMap(({ form, entries }) =>
    form.kind === 'project' || form.kind === 'project-list'
      ? entries.flatMap(({ project, amount }): Figure[] =>
          project && amount ? [{ ...amount, label: project.name }] : [],
        )
      : [],
  );
  if (parts.length === 0 || parts.some((part) => fenOf(part) === null))
    return notApplicable('项目表没有金额');
  return {
    field: 'department.projects',
    project: null,
    total,
    parts,
    alternatives: withoutSubtotals(parts),
    doubts: [],
  };
}
