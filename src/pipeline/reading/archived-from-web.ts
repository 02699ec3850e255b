import type { WebOrigin } from '../../../extractors/bytes/archive/archive-member.js';
import { decodeText } from '../../../extractors/bytes/charset.js';
import { LimitError } from '../../../extractors/bytes/limits.js';
import { pageFacts } from '../../../extractors/html/page-facts.js';
import { parsePage } from '../../../extractors/html/parse-page.js';
import type { ReadHints } from '../../model/document.js';
import { isoTime } from '../files/iso-time.js';
import { parseDay } from '../files/parse-day.js';
import type { KnownFromOutside } from '../inputs/known-from-outside.js';

const MARKUP = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|meta|title|div|table)\b/i;
const HEAD = 4096;

/**
 * What an archive of the web says of a document in it: its address, and when it was published — as the page prints it, else when
 * the server says it last changed, else the day it was archived, before which it must have been published.
 */
export function archivedFromWeb(bytes: Uint8Array, origin: WebOrigin): KnownFromOutside {
  const facts = factsOf(bytes);
  const published = facts.published ?? dayOf(origin.lastModified) ?? dayOf(origin.fetched);
  return { url: origin.address, published, hints: facts.hints };
}

function factsOf(bytes: Uint8Array): { published: string | null; hints: ReadHints | null } {
  const nothing = { published: null, hints: null };
  if (!MARKUP.test(decodeText(bytes.subarray(0, HEAD)).text)) return nothing;
  try {
    const { published, publisher } = pageFacts(parsePage(decodeText(bytes).text));
    return {
      published: published === null ? null : parseDay(published),
      hints: publisher === null ? null : { publisher },
    };
  } catch (error) {
    if (error instanceof LimitError) return nothing;
    throw error;
  }
}

const dayOf = (time: string | null): string | null => isoTime(time ?? '')?.slice(0, 10) ?? null;
