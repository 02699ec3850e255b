import type { Form } from '../../model/disclosure.js';
import type { MoneyUnit } from '../../model/facts/money-units.js';
import type { Place } from '../../model/place.js';

/** Most decimals printed, by unit. */
export type Decimals = Partial<Record<MoneyUnit, number>>;

/** What the reading of a table's figures depends on: of a form, a statement, or the prose. */
export interface FigureReading {
  form: Pick<Form, 'state' | 'certainty'>;
  /** Most decimals printed in it. */
  decimals: Decimals;
  /** Places of cells whose text runs out of sight on the page: a figure there may be cut. */
  unseen: ReadonlySet<Place>;
}

/** A form with what the reading of its figures depends on. */
export interface FormReading extends FigureReading {
  form: Form;
}
