import { type EquationOrReason, withoutSubtotals } from '../figures/equation.js';
import { fenOf, figureAt, figureOf } from '../figures/figure.js';
import { oncePer } from '../subjects/once-per.js';
import { isAnotherDirection } from '../subjects/project-direction.js';
import type { FormEntry, FormSubject } from '../subjects/subject.js';
import { notApplicable } from '../verdicts/verdict.js';

/** 项目金额 = 合计 of the cost lines, and 项目金额 (else that 合计) = Σ lines. */
export const costEquations = oncePer((form: FormSubject) => [...listCostEquations(form)]);

function* listCostEquations(form: FormSubject): Generator<EquationOrReason> {
  let stated = false;
  for (const entry of form.entries) {
    if (entry.costs.length === 0 && !form.form.costTotal) continue;
    stated = true;
    yield* costEquationsOf(entry, form);
  }
  if (!stated) yield notApplicable('没有支出明细');
}

function* costEquationsOf(entry: FormEntry, form: FormSubject): Generator<EquationOrReason> {
  const printed = form.form.costTotal;
  const costTotal = printed ? { ...figureAt(printed, form.reading), label: '支出明细合计' } : null;
  const amount = fenOf(entry.amount) === null ? costTotal : entry.amount;
  if (!amount) return yield notApplicable('没有项目金额');
  const about = { project: entry.project, total: amount };
  if (costTotal && costTotal !== amount) {
    yield { ...about, field: 'cost.total', parts: [costTotal], alternatives: [], doubts: [] };
  }
  const parts = entry.costs.flatMap((line) =>
    line.money && line.evidence.money
      ? [figureOf(line.item ?? line.category ?? '支出明细', line.money, line.evidence.money, form.reading)]
      : [],
  );
  const sum = parts.reduce((fen, part) => fen + (fenOf(part) ?? 0), 0);
  const judgedAsTotal = costTotal !== null && costTotal !== amount && fenOf(costTotal) === sum;
  if (parts.length === 0 || judgedAsTotal) return;
  const unread = entry.costs.length > parts.length ? ['有支出明细未读出金额'] : [];
  yield { ...about, field: 'cost.lines', parts, alternatives: withoutSubtotals(parts), doubts: unread };
}

/** 所属专项 金额 = 项目金额 where the programme has this one direction only. */
export function parentEquation(form: FormSubject): EquationOrReason {
  const { parentAmount } = form.form;
  const [entry] = form.entries;
  if (!parentAmount || !entry) return notApplicable('没有所属专项金额');
  if (!entry.amount) return notApplicable('没有项目金额');
  const forms = entry.project?.mentions.filter((mention) => mention.role === 'form') ?? [];
  if (forms.length > 1) return notApplicable('所属专项有多个支出方向');
  return {
    field: 'project.parent-amount',
    project: entry.project,
    total: { ...figureAt(parentAmount, form.reading), label: '所属专项金额' },
    parts: [{ ...entry.amount, label: '项目金额' }],
    alternatives: [],
    doubts:
      entry.project && isAnotherDirection(entry.project)
        ? ['支出方向与所属专项名称不同，所属专项可能另有支出方向']
        : [],
  };
}
