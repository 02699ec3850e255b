import type { Evidence } from '../../model/disclosure.js';
import type { Money } from '../../model/money.js';
import type { FigureReading } from './form-reading.js';

/** A printed figure or text a verdict rests on, with what its reading depends on. */
export interface OperandDraft {
  label: string;
  evidence: Evidence;
  form: FigureReading;
  /** Where the operand is an amount: its reading may be unsure. */
  money?: Money;
  /** Store rules: sha256 of the document where it is not the subject's. */
  document?: string;
}
