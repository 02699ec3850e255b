import type { Project } from '../../model/disclosure.js';
import type { Equation, EquationOrReason } from '../figures/equation.js';
import { type Figure, fenOf, figureAt, figureOf } from '../figures/figure.js';
import { oncePer } from '../subjects/once-per.js';
import { isAnotherDirection } from '../subjects/project-direction.js';
import { formsByIndex } from '../subjects/project-mentions.js';
import type { DisclosureSubject, FormSubject } from '../subjects/subject.js';
import { notApplicable } from '../verdicts/verdict.js';

/** For every project of the summary: amount of its row = amount of its form (Σ of its forms, one for each direction). */
export const summaryFormEquations = oncePer((disclosure: DisclosureSubject) => [
  ...listEquations(disclosure),
]);

function* listEquations(disclosure: DisclosureSubject): Generator<EquationOrReason> {
  const forms = formsByIndex(disclosure);
  if (!disclosure.forms.some(({ form }) => form.kind === 'summary')) {
    return yield notApplicable('没有专项资金汇总表');
  }
  const rows = disclosure.disclosure.projects.flatMap((project) => {
    const row = rowOf(project, forms);
    return row ? [{ project, row }] : [];
  });
  if (rows.length === 0) yield notApplicable('汇总表没有项目金额');
  for (const { project, row } of rows) yield equationOf(project, row, forms);
}

type Forms = Map<number, FormSubject>;

function rowOf(project: Project, forms: Forms): Figure | null {
  const mention = project.mentions.find(({ role }) => role === 'summary-row');
  const form = mention && forms.get(mention.form);
  return form && mention.money && mention.evidence.money
    ? figureOf('汇总表金额', mention.money, mention.evidence.money, form.reading)
    : null;
}

function equationOf(project: Project, total: Figure, forms: Forms): EquationOrReason {
  const own = project.mentions.flatMap(({ role, form }) => {
    const subject = role === 'form' ? forms.get(form) : undefined;
    return subject ? [subject] : [];
  });
  if (own.length === 0) return notApplicable('项目没有单独的表');
  const parts = own.flatMap((form) => {
    const amount = form.entries.find((entry) => entry.project === project)?.amount;
    return amount ? [{ ...amount, label: `项目表金额（${project.name}）` }] : [];
  });
  if (parts.length < own.length) return notApplicable('项目表没有金额');
  return {
    field: 'summary.row',
    project,
    total: { ...total, label: `汇总表 ${project.name}` },
    parts,
    alternatives: programmeAmounts(project, own),
    doubts: mergedByCode(project) ? ['同一编码的几张表名称不同'] : [],
  };
}

/** A form of one direction of a larger programme: its 所属专项 金额 is what the summary lists. */
function programmeAmounts(project: Project, forms: FormSubject[]): Equation['alternatives'] {
  if (!isAnotherDirection(project)) return [];
  return forms.flatMap(({ form, reading }) => {
    const parent = form.parentAmount && figureAt(form.parentAmount, reading);
    return parent && fenOf(parent) !== null ? [[parent]] : [];
  });
}

const mergedByCode = ({ mentions }: Project): boolean =>
  new Set(mentions.filter(({ role }) => role === 'form').map(({ name }) => name)).size > 1;
