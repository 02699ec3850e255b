import type { Evidence, MoneyAt } from '../../model/disclosure.js';
import type { Money } from '../../model/money.js';
import type { FormReading } from '../verdicts/form-reading.js';
import type { OperandDraft } from '../verdicts/operand.js';

/** A printed amount with its cell and the form it stands in. */
export interface Figure extends OperandDraft {
  money: Money;
}

export const figureOf = (label: string, money: Money, evidence: Evidence, form: FormReading): Figure => ({
  label: label.replace(/\s+/g, ''),
  money,
  evidence,
  form,
});

export const figureAt = (at: MoneyAt, form: FormReading): Figure =>
  figureOf(at.label, at.money, at.evidence, form);

/** The amount in fen; null unless an amount was read. */
export const fenOf = (figure: Figure | null): number | null =>
  figure && figure.money.state === 'amount' ? figure.money.fen : null;

/** Grids hold their cells in reading order; one has fewer than this. */
const MOST_CELLS = 1e7;

/** One number for each cell of a document, in reading order. */
export const cellNumber = ({ block, cell }: Evidence): number => block * MOST_CELLS + (cell ?? 0);

/** Blank, a dash or 无: nothing is claimed, which is not the same as 0. */
export const isEmpty = ({ state }: Money): boolean =>
  state === 'blank' || state === 'dash' || state === 'none';
