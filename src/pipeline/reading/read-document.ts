import { turnBox } from '../../../extractors/printed/page/page-turn.js';
import { readBytes } from '../../../extractors/read-bytes.js';
import type { TextRecognition } from '../../../extractors/reader.js';
import { mendBlocks } from '../../../normalizers/characters/mend-blocks.js';
import { mendCharacters } from '../../../normalizers/characters/mend-characters.js';
import { maskName } from '../../../normalizers/privacy/mask-name.js';
import { maskPath } from '../../../normalizers/privacy/mask-path.js';
import { maskPrivate } from '../../../normalizers/privacy/mask-private.js';
import { maskPrivateBlocks } from '../../../normalizers/privacy/mask-private-blocks.js';
import { readDisclosures } from '../../../normalizers/read-disclosures.js';
import type { ReadDocument, ReadHints, RecognizedPage } from '../../model/document.js';
import type { Extraction, PageBox, PageSize } from '../../model/grid.js';
import type { Outcome } from '../../model/outcome.js';
import { printedDate } from '../files/printed-date.js';
import { sha256Of } from '../files/sha256-of.js';
import { correctBlocks, type GivenCorrection } from './correct-blocks.js';
import { handwritingBoxes } from './handwriting-boxes.js';
import { privateBoxes } from './private-boxes.js';
import { READER_VERSION } from './reader-version.js';
import { unreadDocument } from './unread-document.js';

/** How a process ended that recognized pictures. */
export interface Abandoned {
  outcome: Outcome;
  reason: string;
}

export interface ReadDocumentOptions {
  /** The true path; masked, a hint for region, year and department. */
  path: string;
  hints?: ReadHints;
  progress?: (done: number, total: number) => void;
  /** Reads pictures; undefined where they are not to be read or cannot be. */
  recognition?: TextRecognition;
  /** How the recognition of its pictures ended where it was given up. */
  abandoned?: Abandoned;
  /** What persons corrected in this content. */
  corrections?: readonly GivenCorrection[];
}

/**
 * Reads the bytes of one file into a document: extract, mend characters, mask names and phones, recognize and assemble. What the file is to
 * blame for is the outcome of the document; what has nothing but pictures over which a process died ends as that process did.
 * Anything thrown is a fault of the program.
 */
export async function readDocument(bytes: Uint8Array, options: ReadDocumentOptions): Promise<ReadDocument> {
  const { hints = {}, progress, recognition, corrections = [], abandoned } = options;
  const path = maskPath(options.path);
  const raw = await readBytes(bytes, { path: options.path, progress, recognition });
  const recognized = recognizedPages(raw);
  const extraction = corrected(masked(mended(withoutPictures(raw, abandoned))), corrections);
  const content = { sha256: sha256Of(bytes), bytes: bytes.length, path, format: extraction.format };
  if (!wasRead(extraction)) {
    const ending = (raw.pictures === 'left' && abandoned) || extraction;
    return {
      ...unreadDocument(content, ending.outcome, ending.reason ?? null),
      blocks: extraction.blocks,
      ...(extraction.pages ? { pages: extraction.pages } : {}),
      ...(extraction.pictures ? { pictures: extraction.pictures } : {}),
      diagnostics: extraction.diagnostics,
    };
  }
  const read = readDisclosures(extraction, { path, ...hints });
  return {
    ...content,
    readerVersion: READER_VERSION,
    outcome: extraction.outcome === 'partial' ? 'partial' : read.outcome,
    reason: extraction.reason ?? null,
    title: hints.title ?? extraction.title ?? null,
    url: null,
    published: null,
    printedDate: printedDate(read.blocks),
    blocks: read.blocks,
    ...(extraction.pages ? { pages: extraction.pages } : {}),
    ...(extraction.pictures ? { pictures: extraction.pictures } : {}),
    ...(recognized.length > 0 ? { recognized } : {}),
    forms: read.forms,
    claims: read.claims,
    unread: read.unread,
    disclosures: read.disclosures,
    diagnostics: [...extraction.diagnostics, ...read.diagnostics],
    ofFile: extraction.diagnostics.length,
  };
}

/** Pictures over which a process died are not tried again. */
function withoutPictures(extraction: Extraction, abandoned: Abandoned | undefined): Extraction {
  if (abandoned === undefined || extraction.pictures !== 'left') return extraction;
  const message = `图像没有识别：识别时${abandoned.reason}`;
  const diagnostics = [...extraction.diagnostics, { code: 'picture-not-recognized' as const, message }];
  return { ...extraction, pictures: 'read', diagnostics };
}

/** Found while every letter has its place: where such a page is drawn it is not recognized again. */
function recognizedPages({ recognized, pages = [] }: Extraction): RecognizedPage[] {
  if (!recognized) return [];
  const boxes = [...privateBoxes(recognized.texts), ...handwritingBoxes(recognized.texts)];
  const quartersOf = new Map(recognized.turned.map(({ page, quarters }) => [page, quarters]));
  return recognized.pages.map((page) => {
    const covers = boxes.filter((each) => each.page === page).map(({ box }) => box);
    const quarters = quartersOf.get(page);
    const size = pages[page - 1];
    return quarters && size
      ? { page, covers: covers.map((box) => asItLies(box, quarters, size)), quarters }
      : { page, covers };
  });
}

/** A box of a page that is shown turned by so many quarters, before it was turned. */
function asItLies(
  [left, top, right, bottom]: PageBox['box'],
  quarters: number,
  [width, height]: PageSize,
): PageBox['box'] {
  const box = turnBox({ left, top, right, bottom }, 4 - quarters, width, height);
  return [box.left, box.top, box.right, box.bottom];
}

function corrected(extraction: Extraction, corrections: readonly GivenCorrection[]): Extraction {
  if (corrections.length === 0) return extraction;
  const { blocks, diagnostics } = correctBlocks(extraction.blocks, corrections);
  return { ...extraction, blocks, diagnostics: [...extraction.diagnostics, ...diagnostics] };
}

const mended = (extraction: Extraction): Extraction => ({
  ...extraction,
  title: extraction.title && mendCharacters(extraction.title),
  blocks: mendBlocks(extraction.blocks),
});

/** The border: behind it no name or phone of a contact is seen, stored or logged. */
const masked = (extraction: Extraction): Extraction => ({
  ...extraction,
  title: extraction.title && maskName(extraction.title),
  blocks: maskPrivateBlocks(extraction.blocks),
  diagnostics: extraction.diagnostics.map((each) => ({ ...each, message: maskPrivate(each.message) })),
});

const wasRead = ({ outcome }: Extraction): boolean => outcome === 'ok' || outcome === 'partial';
