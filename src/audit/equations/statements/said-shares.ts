import type { Said } from '../../../model/statement.js';
import { mayBeRate, rangeOf } from '../../figures/change-rate.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { plainSubject, saidFigure } from './said-facts.js';

/** A share the prose prints of an amount, and the amount it is a share of. */
export interface SaidShare {
  said: Said;
  part: Figure;
  whole: Figure;
  /** Whether no amount under its heading makes the share right, within its last place. */
  isWrong: boolean;
  /** The other shares of the whole beside it. */
  beside: SaidShare[];
}

interface Claim {
  said: Said;
  figure: Figure;
}

/** The shares whose whole is sure: named behind 占, said before its parts, or what a list of parts adds up to. */
export function saidShares(disclosure: DisclosureSubject): SaidShare[] {
  const claims = disclosure.disclosure.said.flatMap((said): Claim[] => {
    const figure = saidFigure(said, said.money, disclosure);
    return figure && fenOf(figure) ? [{ said, figure }] : [];
  });
  const shares: SaidShare[] = [];
  for (const [index, claim] of claims.entries()) {
    if (claim.said.percent?.of !== 'share') continue;
    const whole = wholeOf(claims, index);
    if (!whole) continue;
    const { said, figure: part } = claim;
    const around = claims.filter((each) => isNear(each.said, said)).map(({ figure }) => figure);
    const isWrong = ![whole, ...around].some((each) => isShare(said, part, each));
    shares.push({ said, part, whole, isWrong, beside: [] });
  }
  for (const share of shares)
    share.beside = shares.filter((each) => each !== share && each.whole === share.whole);
  return shares;
}

const isNear = (one: Said, other: Said): boolean =>
  one.heading === other.heading &&
  (one.aboutYear === null || other.aboutYear === null || one.aboutYear === other.aboutYear);

/** A share whose whole is no greater than the part would be wrong by itself. */
function isShare({ percent }: Said, part: Figure, whole: Figure): boolean {
  const [own, all] = [rangeOf(part), rangeOf(whole)];
  return !percent || !own || !all || mayBeRate(percent.figure, own, all) !== false;
}

function wholeOf(claims: Claim[], index: number): Figure | null {
  const { said } = claims[index] ?? {};
  if (!said) return null;
  const named = denominatorOf(said);
  if (named === null) return null;
  if (named !== '') return onlyAmount(claims.filter((each) => plainSubject(each.said.subject) === named));
  const before = claims.slice(0, index).filter((each) => isNear(each.said, said));
  const within = before.findLast(({ said: { subject } }) => subject === said.within);
  return within?.figure ?? sumOfList(claims, index, before);
}

/** `占基本支出的` names what the share is of; '' where nothing stands behind 占, null where the words are not clear. */
function denominatorOf({ sentence, money, percent }: Said): string | null {
  const text = sentence.normalize('NFKC').replace(/[\s,]/g, '');
  const amount = money?.printed.normalize('NFKC').replace(/[\s,]/g, '') ?? '';
  const behind = text.split(amount);
  if (amount === '' || behind.length !== 2) return null;
  const found =
    /^[，。；（(]?约?占(?<of>[^，。；占]{0,24}?)(?:的)?(?:比重|比例|比)?(?:约?为|是|达)?(?<figure>\d+(?:\.\d+)?)%/.exec(
      behind[1] ?? '',
    )?.groups;
  if (found?.figure !== percent?.figure) return null;
  return plainSubject(found?.of ?? '');
}

const onlyAmount = (claims: Claim[]): Figure | null => {
  const [first, ...others] = claims;
  return first && others.every(({ figure }) => fenOf(figure) === fenOf(first.figure)) ? first.figure : null;
};

/** The amount before a list of shares that its parts add up to. */
function sumOfList(claims: Claim[], index: number, before: Claim[]): Figure | null {
  const { said } = claims[index] ?? {};
  const goesOn = (each: Claim | undefined, beside: Claim | undefined): boolean =>
    each?.said.percent?.of === 'share' &&
    each.said.within === null &&
    each.said.heading === said?.heading &&
    Math.abs(each.said.evidence.block - (beside?.said.evidence.block ?? 0)) <= 1;
  let [from, to] = [index, index];
  while (goesOn(claims[from - 1], claims[from])) from--;
  while (goesOn(claims[to + 1], claims[to])) to++;
  const parts = claims.slice(from, to + 1);
  const sum = parts.reduce((total, { figure }) => total + (fenOf(figure) ?? 0), 0);
  const found = before
    .filter((each) => claims.indexOf(each) < from)
    .findLast(({ figure }) => Math.abs((fenOf(figure) ?? 0) - sum) <= parts.length * ROUNDING);
  return parts.length > 1 && found ? found.figure : null;
}

/** What each part of a list may add to the difference of its sum: one in the last place of 万元 with two decimals, in fen. */
const ROUNDING = 10_000;
