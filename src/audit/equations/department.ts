import { type EquationOrReason, partsOfList } from '../figures/equation.js';
import { fenOf } from '../figures/figure.js';
import type { ListRow } from '../figures/subtotals.js';
import type { DisclosureSubject } from '../subjects/subject.js';
import { hasUnreadRows } from '../subjects/unread-rows.js';
import { notApplicable, notEvaluated } from '../verdicts/verdict.js';
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
  const lists = disclosure.forms.filter(
    ({ form }) => form.kind === 'project' || form.kind === 'project-list',
  );
  if (lists.some(hasUnreadRows)) return notEvaluated('项目表没有读全');
  const rows = lists.flatMap(({ entries }) =>
    entries.flatMap(({ project, amount, mention }): ListRow[] =>
      project && amount
        ? [
            {
              figure: { ...amount, label: project.name },
              printed: mention?.evidence.name.quote ?? project.name,
            },
          ]
        : [],
    ),
  );
  if (rows.length === 0 || rows.some(({ figure }) => fenOf(figure) === null)) {
    return notApplicable('项目表没有金额');
  }
  return {
    field: 'department.projects',
    project: null,
    total,
    ...partsOfList(total, rows),
    doubts: [],
  };
}
