import type { SaidClaim } from './claim.js';

/** The words around a claim: a passage, or what stands in brackets within it. */
export interface SaidScope {
  last: SaidClaim | null;
  /** The claim whose parts are said (其中). */
  whole: SaidClaim | null;
  within: string | null;
  isParts: boolean;
  /** What the parts were parts of before a part had parts of its own, which a semicolon ends. */
  wholes: (string | null)[];
  /** A part was said by its change alone. */
  hasPartChange: boolean;
  /** The last amount is of a subject that is not sure, and so are its parts. */
  isUnsure: boolean;
}

/** A scope nothing is said in yet. */
export const newScope = (within: string | null): SaidScope => ({
  last: null,
  whole: null,
  within,
  isParts: false,
  wholes: [],
  hasPartChange: false,
  isUnsure: false,
});
