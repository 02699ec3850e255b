import type { Said } from '../../../model/statement.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { isPrintedSum } from '../../figures/printed-sum.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { plainSubject, saidFigure } from './said-facts.js';

/** A class that is listed as a whole, and again in parts by what the money is for. */
export interface CrossListed {
  said: Said;
  whole: Figure;
  /** Its amounts in the lists of parts; empty where it is in none. */
  parts: Figure[];
  /** The lists: 人员经费, 公用经费, 专项业务经费. */
  lists: string[];
  /** What the last list prints. */
  last: Figure[];
}

const LIST = /^(人员|(日常)?公用|专项|项目)[^，。；]{0,6}$/;
/** So many classes must be equal in both listings, and more of them than are not. */
const LEAST_EQUAL = 3;

/**
 * Classes whose parts do not add up to the whole, where both listings stand under one heading and agree in most classes. Source: the same money is listed by class and
 * once more by 人员经费, 公用经费 and 专项经费.
 */
export function crossListed(disclosure: DisclosureSubject): CrossListed[] {
  const claims = disclosure.disclosure.said.flatMap((said) => {
    const figure = saidFigure(said, said.money, disclosure);
    return figure && fenOf(figure) && said.code ? [{ said, figure, key: familyOf(said, said.code) }] : [];
  });
  const families = new Map<string, Claim[]>();
  for (const { key, ...claim } of claims) families.set(key, [...(families.get(key) ?? []), claim]);
  return [...families.values()].flatMap((family) => {
    const isPart = ({ said }: Claim): boolean => LIST.test(said.within ?? '');
    const [wholes, parts] = [family.filter((claim) => !isPart(claim)), family.filter(isPart)];
    const lists = [...new Set(parts.flatMap(({ said }) => said.within ?? []))];
    if (lists.length < 2 || wholes.length < LEAST_EQUAL || isRepeated(wholes)) return [];
    const last = parts.filter(({ said }) => said.within === lists.at(-1)).map(({ figure }) => figure);
    const pairs = wholes.map(({ said, figure: whole }) => ({
      said,
      whole,
      parts: partsOf(said, wholes, parts).map(({ figure }) => figure),
      lists,
      last,
    }));
    const open = pairs.filter(
      ({ whole, parts: own }) => own.length === 0 || isPrintedSum(whole, own) !== true,
    );
    const equal = pairs.length - open.length;
    return equal >= LEAST_EQUAL && equal > open.length ? open : [];
  });
}

interface Claim {
  said: Said;
  figure: Figure;
}

/** One listing: its heading, and the classes of function, of the department's or of the government's economy. */
const familyOf = ({ heading }: Said, code: string): string => `${heading} ${code.length} ${code[0]}`;

const isRepeated = (wholes: Claim[]): boolean =>
  new Set(wholes.map(({ said }) => said.code)).size < wholes.length;

/** By code; a class under another code is known by its name. */
function partsOf({ code, subject }: Said, wholes: Claim[], parts: Claim[]): Claim[] {
  const codes = new Set(wholes.map(({ said }) => said.code));
  return parts.filter(
    ({ said }) =>
      said.code === code || (!codes.has(said.code) && plainSubject(said.subject) === plainSubject(subject)),
  );
}
