import { countUnreadRows } from '../../model/count-unread-rows.js';
import { FORM_NOT_RECOGNIZED } from '../../model/diagnostic.js';
import type { ReadDocument } from '../../model/document.js';
import type { KnownDocument } from '../../model/ports/documents.js';

/** What looks like a form in a document and was not recognized: the number of rows, and where they begin. */
export const unreadOf = ({
  unread,
  diagnostics,
}: Pick<ReadDocument, 'unread' | 'diagnostics'>): Pick<KnownDocument, 'unreadRows' | 'unreadPlaces'> => ({
  unreadRows: countUnreadRows(unread),
  unreadPlaces: diagnostics.flatMap(({ code, place }) =>
    code === FORM_NOT_RECOGNIZED && place !== undefined ? [place] : [],
  ),
});
