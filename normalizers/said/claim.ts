import type { Money } from '../../src/model/money.js';
import { withoutAmount } from '../../src/model/money.js';
import type { Direction, Said } from '../../src/model/statement.js';
import { parseMoney } from '../parse/money/parse-money.js';
import type { SaidFigure } from './said-figures.js';
import type { AmountRole, SaidSubject } from './said-subject.js';

/** What a passage says of one subject. */
export interface Claim extends Omit<Said, 'heading' | 'sentence' | 'evidence'> {
  role: AmountRole;
  /** Where its words begin, where its first figure stands and where its last one ends, in the plain text. */
  start: number;
  at: number;
  end: number;
}

export function newClaim(
  { name, code, classes, role, year }: SaidSubject,
  within: string | null,
  place: Pick<Claim, 'start' | 'at' | 'end'>,
): Claim {
  const above = classes ?? within;
  return {
    subject: name,
    code,
    within: above !== null && !name.startsWith(above) ? above : null,
    role,
    aboutYear: year,
    money: null,
    base: null,
    change: null,
    percent: null,
    count: null,
    ...place,
  };
}

/** A second claim of the same subject and amount, for another change or share said of it. */
export const again = (claim: Claim, place: Pick<Claim, 'start' | 'at' | 'end'>): Claim => ({
  ...claim,
  base: null,
  change: null,
  percent: null,
  count: null,
  ...place,
});

export const moneyOf = ({ figure, unit }: SaidFigure): Money => parseMoney(`${figure}${unit}`);

/** 持平: no difference is printed. */
export const noDifference = (printed: string): NonNullable<Claim['change']> => ({
  money: withoutAmount(printed, 'none'),
  direction: 'same',
});

/** A difference beside no other change and no share of the claim: a share in its place would be taken for the rate of the change. */
export const takesChange = ({ change, percent }: Claim): boolean => change === null && percent === null;

/** A rate of change beside its difference, or beside an amount without any. */
export const takesRate = ({ change, percent }: Claim, direction: Direction): boolean =>
  percent === null && (change === null || change.direction === direction || change.direction === 'same');
