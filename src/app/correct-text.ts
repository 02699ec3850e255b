import { maskPath } from '../../normalizers/privacy/mask-path.js';
import type { ReadDocument } from '../model/document.js';
import { QueryError } from '../model/facts/query-error.js';
import type { Place } from '../model/place.js';
import type { Store } from '../model/ports/store.js';
import { atTheirPlaces, correctableTexts } from '../pipeline/reading/correct-blocks.js';
import { rereadCorrected } from '../pipeline/reading/reread-corrected.js';
import { linkDepartments } from '../pipeline/subjects/link-departments.js';

/** How long a corrected text may be. */
export const LONGEST_CORRECTION = 20_000;

/** What stands at a place now, and what was read there. */
export interface CorrectedText {
  /** As it is called now. */
  place: Place;
  text: string;
  reading: string;
}

/**
 * Sets the text of one cell or paragraph by a person's hand, or takes that back (null); forms, values and rows follow from it at
 * once, findings with the next audit. Kept over later imports of the same content. Names and phones are masked as everywhere.
 * @param wanted place as the views print it, or as they printed it before rows were counted on their own page
 * @throws QueryError before anything is changed: the document has no such place, or several; nothing was corrected there
 */
export async function correctText(
  store: Store,
  sha256: string,
  wanted: Place,
  text: string | null,
): Promise<CorrectedText> {
  const [document, known, before] = await Promise.all([
    store.reading(sha256),
    store.known(sha256),
    store.corrections(sha256),
  ]);
  if (!document || !known) throw new QueryError(`库中没有内容为 ${sha256} 的文档`);
  if (text !== null && text.length > LONGEST_CORRECTION)
    throw new QueryError(`文字不能超过 ${LONGEST_CORRECTION} 个字`);
  const place = atTheirPlaces(document.blocks, [{ place: wanted, reading: '' }])[0]?.place ?? wanted;
  const placed = atTheirPlaces(document.blocks, before);
  const others = placed.filter((each) => each.place !== place);
  if (text === null && others.length === before.length) throw new QueryError(`${place} 没有人改正过`);
  const reading = text === null ? '' : readingAt(document, place);
  const corrections = text === null ? others : [...others, { place, text, reading }];
  const reread = rereadCorrected(document, corrections, maskPath(known.readAs), known.hints);
  const now = textsAt(reread, place)[0]?.text ?? '';
  const former = before.filter((each, at) => each.place !== place && placed[at]?.place === place);
  for (const each of former) await store.correct(reread, each.place, null);
  await store.correct(reread, place, text === null ? null : { text: now, reading });
  await store.linkVersions();
  await linkDepartments(store);
  return { place, text: now, reading: text === null ? now : reading };
}

const textsAt = ({ blocks }: ReadDocument, place: Place) =>
  blocks.flatMap(correctableTexts).filter((each) => each.place === place);

function readingAt(document: ReadDocument, place: Place): string {
  const [found, ...more] = textsAt(document, place);
  if (!found)
    throw new QueryError(
      `文档中没有位置 ${place}；位置的写法见 mingzhang query cells 的 place 一栏，如 p3 t1 r5 c2`,
    );
  if (more.length > 0) throw new QueryError(`${place} 一格读成了几段，不能单独改正`);
  return found.reading ?? found.text;
}
