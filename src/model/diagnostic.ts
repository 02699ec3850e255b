import type { Place } from './place.js';

/**
 * A message about *our reading*: something in the file we could not place. Never about the publisher (that is a
 * Finding) nor about the call (that is an Error).
 */
export interface Diagnostic {
  /** kebab-case, permanent, e.g. `target-cut-off`. */
  code: string;
  /** Chinese, for people; names what was met and what was done with it. */
  message: string;
  place?: Place;
}

/** Code of the diagnostic on a form that was read with gaps. */
export const FORM_PARTIAL = 'form-partial';

/** Code of the diagnostic on rows that look like those of a form and belong to none. */
export const FORM_NOT_RECOGNIZED = 'form-not-recognized';
