import type { ReadDocument } from '../../model/document.js';

/** Diagnostics of text that runs out of sight: left out of its cell's text, or counted in it. */
const CODES: ReadonlySet<string> = new Set(['unseen-text', 'clipped-text']);

/** Places of cells whose text runs out of sight on the page, as the reader saw. */
export const unseenPlaces = ({ diagnostics }: ReadDocument): ReadonlySet<string> =>
  new Set(diagnostics.flatMap(({ code, place }) => (CODES.has(code) && place ? [place] : [])));
