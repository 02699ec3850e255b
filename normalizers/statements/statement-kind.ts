import type { StatementKind } from '../../src/model/statement.js';
import type { Half } from './read-columns.js';
import { statementText } from './statement-text.js';
import { statementWords } from './statement-words.js';

/** What the shape of a table says of its kind. */
export interface Shape {
  halves: readonly Half[];
  /** Items as printed, without codes. */
  items: readonly string[];
  codes: readonly string[];
}

/** The kind by the words of the title, set right by the shape; without a title by the shape alone. Null: no statement. */
export function statementKind(title: string, shape: Shape): StatementKind | null {
  const plain = statementText(title).replace(/不含.{0,4}结转(结余)?(资金)?|含.{0,4}结转(结余)?(资金)?/g, '');
  const named =
    plain === ''
      ? null
      : (statementWords().titles.kinds.find(({ pattern }) => pattern.test(plain))?.kind ?? 'other');
  if (named === null || named === 'other') return kindOfShape(shape, named);
  if (named === 'basic-economy' && (isByFunction(shape) || /功能/.test(plain) || isOfAllFunds(shape)))
    return 'other';
  if (named === 'general-public' && (isByEconomy(shape) || /(?<!功能.{0,6})经济(分类|科目)/.test(plain)))
    return 'other';
  return named;
}

const EXPENDITURE_ONLY = /上缴上级|经营支出|附属单位补助/;

function kindOfShape({ halves, items, codes }: Shape, named: 'other' | null): StatementKind | null {
  if (named === 'other') return 'other';
  const labels = halves.flatMap(({ columns }) => columns.map(({ label }) => statementText(label)));
  const has = (pattern: RegExp, among: readonly string[] = labels): boolean =>
    among.some((text) => pattern.test(text));
  const texts = items.map(statementText);
  if (
    has(/因公出国/, [...labels, ...texts]) &&
    has(/公务接待/, [...labels, ...texts]) &&
    has(/公务用车/, [...labels, ...texts])
  ) {
    return texts.length > 12 ? null : 'three-public';
  }
  const sides = new Set(halves.flatMap(({ side }) => side ?? []));
  if (sides.size === 2) {
    const own = texts.some((text) => /事业收入|上级补助|经营收入|附属单位|其他收入/.test(text));
    return own ? 'income-expenditure' : 'fiscal';
  }
  const byFunction = codes.filter((code) => /^2\d\d(\d\d){0,2}$/.test(code)).length > 0;
  if (byFunction && has(EXPENDITURE_ONLY)) return 'expenditure';
  if (
    byFunction &&
    labels.filter((label) => /事业收入|上级补助|经营收入|附属单位上缴|其他收入/.test(label)).length > 1
  )
    return 'income';
  if (codes.some((code) => /^30[123]$/.test(code)) && has(/人员经费/) && has(/公用经费/))
    return 'basic-economy';
  return null;
}

const isByFunction = ({ codes }: Shape): boolean => mostly(codes, /^2\d{2}(\d\d){0,3}$/);
const isByEconomy = ({ codes }: Shape): boolean => mostly(codes, /^(3[01]|50|51|39|59)\d(\d\d){0,3}$/);

const mostly = (codes: readonly string[], pattern: RegExp): boolean =>
  codes.length > 0 && codes.filter((code) => pattern.test(code)).length * 2 > codes.length;

/** 基本支出 of all funds: its total is not that of 一般公共预算. */
const isOfAllFunds = ({ halves }: Shape): boolean =>
  halves.some(({ columns }) =>
    columns.some(({ kind }) => kind === 'government-fund' || kind === 'other-funds'),
  );
