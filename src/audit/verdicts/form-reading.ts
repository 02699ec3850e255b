import type { Form } from '../../model/disclosure.js';
import type { MoneyUnit } from '../../model/facts/money-units.js';

/** Most decimals printed, by unit. */
export type Decimals = Partial<Record<MoneyUnit, number>>;

/** A form with what the reading of its figures depends on. */
export interface FormReading {
  form: Form;
  /** Most decimals printed in the form. */
  decimals: Decimals;
}
