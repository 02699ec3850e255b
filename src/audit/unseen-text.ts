import type { ReadDocument } from '../model/document.js';

/** Places of cells whose text runs out of sight on the page, as the reader saw. */
export const unseenPlaces = ({ diagnostics }: ReadDocument): ReadonlySet<string> =>
  new Set(diagnostics.flatMap(({ code, place }) => (code === 'unseen-text' && place ? [place] : [])));
