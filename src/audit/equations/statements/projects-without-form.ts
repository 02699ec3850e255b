import { type Figure, fenOf } from '../../figures/figure.js';
import { isPrintedSum } from '../../figures/printed-sum.js';
import { plainItem, wholeStatements } from '../../subjects/statements.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import { ofKind, yearFigures } from './facts.js';
import type { ProjectForm } from './project-forms.js';

/** A row of a table of projects. */
export interface ListedProject {
  name: string;
  figure: Figure;
}

/**
 * Projects a table of 项目支出 lists and no form is of, by name or code. Null where no table lists them all: its rows have to add up to the
 * total.
 */
export function projectsWithoutForm(
  total: Figure,
  forms: readonly ProjectForm[],
  disclosure: DisclosureSubject,
): ListedProject[] | null {
  const names = forms.map(({ name }) => plainText(name)).filter((name) => name !== '');
  const codes = new Set(forms.flatMap(({ code }) => code ?? []));
  for (const subject of ofKind(wholeStatements(disclosure), 'project-expenditure')) {
    const rows = subject.statement.lines.flatMap((line, index) => {
      const [figure] = yearFigures(subject, index);
      const name = plainItem(line.item);
      return line.role === 'item' && figure && fenOf(figure) ? [{ name, code: line.code, figure }] : [];
    });
    const isWhole =
      rows.every(({ name }) => name !== '') &&
      isPrintedSum(
        total,
        rows.map(({ figure }) => figure),
      ) === true;
    if (!isWhole) continue;
    return rows
      .filter(({ name, code }) => {
        const own = plainText(name);
        const isNamed = names.some((form) => form.includes(own) || own.includes(form));
        return !isNamed && !(code !== null && codes.has(code));
      })
      .map(({ name, figure }) => ({ name, figure }));
  }
  return null;
}
