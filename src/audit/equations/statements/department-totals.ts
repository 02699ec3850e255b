import { type Figure, fenOf, figureOf } from '../../figures/figure.js';
import { oncePer } from '../../subjects/once-per.js';
import { wholeStatements } from '../../subjects/statements.js';
import type { DisclosureSubject, FormSubject } from '../../subjects/subject.js';
import { ofKind, totalsOf, totalsOfKind } from './facts.js';

export const PARTS = { total: '支出合计', basic: '基本支出', project: '项目支出' } as const;
export type Part = keyof typeof PARTS;

/**
 * What the statements print for the department's spending as a whole, the widest scope first: 支出总表, 收支总表, then fiscal money
 * only.
 */
export const spendingFigures = oncePer((disclosure: DisclosureSubject): Record<Part, Figure[]> => {
  const all = wholeStatements(disclosure);
  const amounts = (figures: Figure[]) => figures.filter((figure) => fenOf(figure) !== null);
  const widest = [
    ...ofKind(all, 'expenditure'),
    ...ofKind(all, 'income-expenditure'),
    ...ofKind(all, 'fiscal'),
    ...ofKind(all, 'general-public'),
  ];
  return {
    total: amounts([
      ...widest.flatMap((subject) => totalsOf(subject, 'expenditure')),
      ...ofKind(all, 'income').flatMap((subject) => totalsOf(subject)),
    ]),
    basic: amounts([
      ...widest.flatMap((subject) => totalsOfKind(subject, 'basic')),
      ...ofKind(all, 'basic-economy').flatMap((subject) => totalsOf(subject)),
    ]),
    project: amounts([
      ...widest.flatMap((subject) => totalsOfKind(subject, 'project')),
      ...ofKind(all, 'project-expenditure').flatMap((subject) => totalsOf(subject)),
    ]),
  };
});

/** What the whole department's form prints: its total, 基本支出 and 项目支出 of the year. */
export function departmentFigures({
  entries,
  reading,
  form,
  disclosure,
}: FormSubject): Record<Part, Figure | null> {
  const whole = entries.find(({ project }) => project === null);
  const line = (name: string): Figure | null => {
    const own = whole?.budgets.filter(
      ({ axis, category, horizon, scope }) =>
        axis === 'expenditure' && category === name && horizon === 'annual' && scope === 'own',
    );
    const [first, another] = own ?? [];
    return first && !another ? figureOf(name, first.money, first.evidence, reading) : null;
  };
  return {
    total: whole?.amount ?? null,
    basic: line('基本支出') ?? basicTask(form.index, disclosure, reading),
    project: line('项目支出'),
  };
}

const BASIC_TASK = /^[\d、.\s]*(基本履职|基本支出|人员经费[和及、]公用经费)/;

/** 基本支出 as one of the tasks of the form. */
function basicTask(
  form: number,
  { disclosure }: DisclosureSubject,
  reading: FormSubject['reading'],
): Figure | null {
  const own = disclosure.workPlan.filter((item) => item.form === form && BASIC_TASK.test(item.item));
  const [task, another] = own;
  const evidence = task?.evidence.money ?? task?.evidence.item;
  return task?.money && !another && evidence ? figureOf(task.item, task.money, evidence, reading) : null;
}
