import { type Figure, fenOf } from '../../figures/figure.js';
import { isSamePrinted } from '../../figures/printed-sum.js';
import { oncePer } from '../../subjects/once-per.js';
import { isOneProject } from '../../subjects/same-project.js';
import { wholeStatements } from '../../subjects/statements.js';
import type { DisclosureSubject, FormEntry } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import { linesNamed, ofKind, yearFigures } from './facts.js';

/** What a project's own form prints for the year. */
export interface ProjectForm {
  entry: FormEntry;
  name: string;
  code: string | null;
  figure: Figure;
  /** Money handed on to others that no table of the pack lists among the projects: 项目支出 of the department may leave it out. */
  isTransfer: boolean;
}

const TRANSFER = /转移支付|专项资金|补助下级|对下|市对区|省对市/;

/** The projects with a form of their own, each once. */
export const projectForms = oncePer((disclosure: DisclosureSubject): ProjectForm[] => {
  const found: ProjectForm[] = [];
  for (const { form, entries } of disclosure.forms) {
    if (form.kind !== 'project' && form.kind !== 'project-list') continue;
    for (const entry of entries) {
      const { project, amount } = entry;
      if (!project || !amount || fenOf(amount) === null) continue;
      const isKnown = found.some(
        (each) => each.entry.project && isOneProject(each.entry.project, project, disclosure),
      );
      if (isKnown) continue;
      const isHandedOn = TRANSFER.test(`${project.name}${form.title?.text ?? ''}${project.attribute ?? ''}`);
      const isTransfer = isHandedOn && !isListed(project.name, amount, disclosure);
      const figure = { ...amount, label: project.name || '（未印名称的项目）' };
      found.push({ entry, name: project.name, code: project.code, figure, isTransfer });
    }
  }
  return found;
});

/** Whether a table of 项目支出 has a row of the project's name with its amount. */
function isListed(name: string, amount: Figure, disclosure: DisclosureSubject): boolean {
  const own = plainText(name);
  return ofKind(wholeStatements(disclosure), 'project-expenditure').some((subject) =>
    linesNamed(subject, (item) => plainText(item) === own).some((line) =>
      yearFigures(subject, line).some((figure) => isSamePrinted(figure, amount)),
    ),
  );
}
