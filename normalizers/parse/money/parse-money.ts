import Big from 'big.js';
import { fenIn, type MoneyUnit } from '../../../src/model/facts/money-units.js';
import { type Money, type MoneyState, withoutAmount } from '../../../src/model/money.js';
import { findMoneyUnit } from './find-money-unit.js';
import { moneyWords } from './money-words.js';
import { type Amount, readAmount } from './read-amount.js';

/** What the surroundings of a money cell say about its unit, nearest first. */
export interface MoneyContext {
  /** Label of the row or column, as printed: 项目资金（万元）. */
  label?: string;
  caption?: MoneyUnit | null;
  paragraph?: MoneyUnit | null;
  document?: MoneyUnit | null;
}

/**
 * Reads a money cell. Never throws. The unit comes from the cell, else its label, caption, paragraph, document; a figure
 * without any unit is `unresolved` (0 is 0 in every unit), and so is a text that could be two amounts. The amount is exact
 * to the fen; digits below the fen (1.234567 万元 = 12345.67 元) are rounded half away from zero, `figure` keeps them.
 *
 * @param exact the decimal a workbook stores behind a shorter printed figure (12.345678 shown as 12.3): where it rounds to
 * the printed figure, the amount is that of the stored one, negative also where a colour alone shows it; `printed`, `figure` and `decimals` stay those of the cell
 */
export function parseMoney(text: string, context: MoneyContext = {}, exact?: string): Money {
  const printed = text.trim();
  const plain = text.normalize('NFKC').trim();
  const wordless = stateWithoutFigure(plain);
  if (wordless) return withoutAmount(printed, wordless);

  const stored = exact === undefined ? null : storedAmount(plain, exact);
  const amount = readAmount(plain) ?? stored;
  if (!amount) return withoutAmount(printed, 'unresolved');

  const surrounding = unitAround(context);
  const unit = amount.unit ?? surrounding?.unit ?? null;
  const { figure } = amount;
  const decimals = figure.split('.')[1]?.length ?? 0;
  const fen = fenOf((stored ?? amount).figure, unit);
  const state = fen === null ? 'unresolved' : 'amount';
  if (amount.unit) {
    const contextUnit = surrounding?.unit ?? null;
    return { printed, figure, decimals, unit, unitFrom: 'cell', contextUnit, state, fen };
  }
  return { printed, figure, decimals, unit, unitFrom: surrounding?.from ?? null, state, fen };
}

/** 0 is 0 in every unit. */
function fenOf(figure: string, unit: MoneyUnit | null): number | null {
  if (unit) return toFen(figure, fenIn(unit));
  return /^-?[0.]+$/.test(figure) ? 0 : null;
}

/** The amount of the stored decimal; null where it is not the one printed. Formats may leave out a minus, and never add one. */
function storedAmount(plain: string, exact: string): Amount | null {
  const text = withStoredFigure(plain, exact);
  const amount = text === null ? null : readAmount(text);
  if (!amount) return null;
  const isNegative = exact.startsWith('-');
  if (amount.figure.startsWith('-') === isNegative) return amount;
  return isNegative ? { ...amount, figure: `-${amount.figure}` } : null;
}

/** The only number of a text: digits, separators, point, and the exponent spreadsheets print (1.23457E+11). */
const NUMBER = /\d[\d,']*(?:\.\d+)?(?:E[+-]\d+)?/;

/**
 * The text with the stored decimal in the place of the number it prints; null where the stored decimal does not round to
 * what is printed (halves away from zero, as spreadsheets do), or the text prints another number of figures than one. The sign
 * stays the text's.
 */
function withStoredFigure(plain: string, exact: string): string | null {
  const parts = plain.split(NUMBER);
  const printed = NUMBER.exec(plain)?.[0];
  if (printed === undefined || parts.length !== 2 || parts.some((part) => /\d/.test(part))) return null;
  const stored = new Big(exact).abs();
  if (!roundsTo(stored, printed.replace(/[,']/g, ''))) return null;
  return parts.join(stored.toFixed());
}

function roundsTo(stored: Big, printed: string): boolean {
  const [figure = '', exponent = '0'] = printed.split('E');
  const decimals = figure.split('.')[1]?.length ?? 0;
  return stored.round(decimals - Number(exponent), Big.roundHalfUp).eq(printed);
}

function unitAround(context: MoneyContext): { unit: MoneyUnit; from: NonNullable<Money['unitFrom']> } | null {
  const label = context.label === undefined ? null : findMoneyUnit(context.label);
  if (label) return { unit: label, from: 'label' };
  if (context.caption) return { unit: context.caption, from: 'caption' };
  if (context.paragraph) return { unit: context.paragraph, from: 'paragraph' };
  if (context.document) return { unit: context.document, from: 'document' };
  return null;
}

function stateWithoutFigure(plain: string): MoneyState | null {
  if (/\d/.test(plain)) return null;
  if (plain === '') return 'blank';
  const bare = plain.replace(/[\s。.;,、]+/g, '');
  const words = moneyWords();
  if (/^[-—–―_‐‑−－﹣ー一]+$/.test(bare)) return 'dash';
  if (words.none.includes(bare.toUpperCase())) return 'none';
  if (words.secret.some((word) => bare.includes(word))) return 'secret';
  if (words.placeholder.includes(bare.toUpperCase())) return 'placeholder';
  if (/^[(]?(?:[Xx×✕*＊…_]|\.\.)+[)]?(?:万|亿|千|百)?元?$/.test(bare)) return 'placeholder';
  return null;
}

/** Exact product in fen, rounded half away from zero; null beyond the range of safe integers. */
function toFen(figure: string, fenPerUnit: number): number | null {
  const negative = figure.startsWith('-');
  const [whole = '', fraction = ''] = figure.replace('-', '').split('.');
  const digits = `${whole}${fraction}`;
  const fen =
    wholeFen(digits, fraction.length, fenPerUnit) ?? roundedFen(digits, fraction.length, fenPerUnit);
  return negative && fen !== null && fen > 0 ? -fen : fen;
}

/** Where the amount has nothing below the fen and no step of its reckoning leaves the safe integers, as almost always. */
function wholeFen(digits: string, decimals: number, fenPerUnit: number): number | null {
  const product = Number(digits) * fenPerUnit;
  const scale = 10 ** decimals;
  return product <= Number.MAX_SAFE_INTEGER && product % scale === 0 ? product / scale : null;
}

function roundedFen(digits: string, decimals: number, fenPerUnit: number): number | null {
  const scale = 10n ** BigInt(decimals);
  const fen = (BigInt(digits) * BigInt(fenPerUnit) * 2n + scale) / (scale * 2n);
  return fen > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(fen);
}
