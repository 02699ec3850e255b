import { type Figure, fenOf } from '../../figures/figure.js';
import { oncePer } from '../../subjects/once-per.js';
import { type StatementSubject, wholeStatements } from '../../subjects/statements.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { isOfYear, ofKind, totalLines, wholeOf } from './facts.js';

/** 公用经费 of the department's 基本支出 as the tables have it: one figure, or the classes that make it up. */
export interface PublicCosts {
  name: string;
  parts: Figure[];
}

/**
 * 公用经费 as printed: the column or the total of that name in the tables of 基本支出; where none is, 商品和服务支出 and 资本性支出 of 基本支出, which are
 * not less. Empty where no table says.
 */
export const publicCosts = oncePer((disclosure: DisclosureSubject): PublicCosts[] => {
  const all = wholeStatements(disclosure);
  const basics = ofKind(all, 'basic-economy');
  const printed = [...basics, ...ofKind(all, 'general-public', 'expenditure')].flatMap(printedCosts);
  if (printed.length > 0) return printed;
  const [only, another] = basics;
  return only && !another ? costsByClass(only) : [];
});

const PUBLIC = /^(日常)?公用(经费|支出)(支出)?(合计|小计)?$/;

function printedCosts(subject: StatementSubject): PublicCosts[] {
  const { statement, figures, name } = subject;
  const columns = statement.columns.flatMap((column, index) =>
    isOfYear(column) && column.label.split('/').some((part) => PUBLIC.test(part.replace(/\s+/g, '')))
      ? [index]
      : [],
  );
  const inTotals = totalLines(subject).flatMap((line) =>
    columns.flatMap((column) => figures[line]?.[column] ?? []),
  );
  return inTotals.filter((figure) => fenOf(figure) !== null).map((figure) => ({ name, parts: [figure] }));
}

/** 商品和服务支出, 资本性支出（基本建设）, 资本性支出. */
const GOODS = /^(302|309|310)$/;

function costsByClass(subject: StatementSubject): PublicCosts[] {
  const own = subject.statement.lines.flatMap(({ code }, index) => {
    const [figure, another] = GOODS.test(code ?? '') ? wholeOf(subject, index) : [];
    return figure && !another && code !== null ? [{ code, figure }] : [];
  });
  const codes = new Set(own.map(({ code }) => code));
  const parts = own.map(({ figure }) => figure);
  return codes.has('302') && codes.size === own.length ? [{ name: subject.name, parts }] : [];
}
