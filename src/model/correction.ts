import type { Place } from './place.js';

/** What a person says a cell or paragraph of a document prints; kept by content and place. */
export interface Correction {
  place: Place;
  text: string;
  /** What was read there when it was corrected. */
  reading: string;
  /** ISO 8601. */
  at: string;
}
