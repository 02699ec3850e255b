import type { Said } from '../../../model/statement.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { isPrintedSum } from '../../figures/printed-sum.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { plainSubject, saidFigure } from './said-facts.js';

/** An amount of the prose and the parts that follow it (其中, 包括). */
export interface SaidWhole {
  said: Said;
  whole: Figure;
  parts: { said: Said; figure: Figure }[];
}

/** Every amount with the parts said of it under its heading, until it is said again. */
export function saidWholes(disclosure: DisclosureSubject): SaidWhole[] {
  const wholes: SaidWhole[] = [];
  const last = new Map<string, SaidWhole>();
  for (const said of disclosure.disclosure.said) {
    const figure = saidFigure(said, said.money, disclosure);
    if (!figure || fenOf(figure) === null) continue;
    const of = last.get(said.within ?? '');
    if (of && isPartOf(said, of.said)) of.parts.push({ said, figure });
    const whole: SaidWhole = { said, whole: figure, parts: [] };
    wholes.push(whole);
    last.set(said.subject, whole);
  }
  return wholes.filter(({ parts }) => parts.length > 0);
}

const isPartOf = (part: Said, { subject, heading, aboutYear, evidence }: Said): boolean =>
  part.within === subject &&
  part.heading === heading &&
  (part.aboutYear === null || aboutYear === null || part.aboutYear === aboutYear) &&
  part.evidence.block - evidence.block <= FARTHEST;

/** Parts stand in the paragraph of their whole, or the next ones. */
const FARTHEST = 30;

/** The first part that is more than its whole. */
export const exceedingPart = ({ whole, parts }: SaidWhole): Figure | null =>
  parts.find(({ figure }) => (fenOf(figure) ?? 0) > (fenOf(whole) ?? 0) && !isPrintedSum(whole, [figure]))
    ?.figure ?? null;

/** What a whole consists of, each part by its name: nothing else belongs to it. */
const COMPLETE: { whole: RegExp; parts: RegExp[] }[] = [
  { whole: /^政府采购(支出)?$/, parts: [/货物/, /工程/, /服务/] },
  { whole: /三公(经费)?(财政拨款)?(支出)?$/, parts: [/出国/, /接待/, /^公务用车购置(费)?(及|和|与)运行/] },
  {
    whole: /三公(经费)?(财政拨款)?(支出)?$/,
    parts: [/出国/, /接待/, /^公务用车购置(费|支出|费用)?$/, /^公务用车运行/],
  },
  { whole: /^公务用车购置(费)?(及|和|与)运行/, parts: [/^公务用车购置(费|支出|费用)?$/, /^公务用车运行/] },
  { whole: /基本支出$/, parts: [/^人员(经费|支出)$/, /^(日常)?公用(经费|支出)$/] },
];

/** The parts that make up a whole where all of them are said, each once; null where some are missing. */
export function completeParts({ said, parts }: SaidWhole): Figure[] | null {
  const name = plainSubject(said.subject);
  for (const { whole, parts: names } of COMPLETE) {
    if (!whole.test(name)) continue;
    const found = names.map((each) => parts.filter((part) => each.test(plainSubject(part.said.subject))));
    const isComplete =
      found.every(({ length }) => length === 1) && found.flat().length === new Set(found.flat()).size;
    if (isComplete) return found.flat().map(({ figure }) => figure);
  }
  return null;
}
