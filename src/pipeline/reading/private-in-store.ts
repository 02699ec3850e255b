import { kindOfPrivate } from '../../../normalizers/privacy/kind-of-private.js';
import { maskName } from '../../../normalizers/privacy/mask-name.js';
import { maskPath } from '../../../normalizers/privacy/mask-path.js';
import { type MaskedReading, maskReading, piecesOf } from '../../../normalizers/privacy/mask-reading.js';
import { masker, maskText } from '../../../normalizers/privacy/mask-text.js';
import type { Rewriting, StoredText } from '../../model/ports/care.js';
import type { Store } from '../../model/ports/store.js';

/** A stored text that should be masked. */
export interface PrivateText {
  table: string;
  column: string;
  /** The row by its key, or the document and the place in it. */
  row: string;
  kind: string;
  count: number;
  /** As it is after masking. */
  masked: string;
}

/** What looks private in everything a person may see of the store, packed readings included. Changes nothing. */
export async function findPrivate(store: Store): Promise<PrivateText[]> {
  const { found } = await look(store);
  return found;
}

/**
 * Masks what an earlier mask, or another program, left readable in the store; the files are not needed. Findings, answers and
 * the log of imports are masked where they stand, so that nothing of them is lost.
 * @returns how many texts and places were masked
 */
export async function maskStore(store: Store): Promise<number> {
  const { found, contents, texts } = await look(store);
  if (found.length === 0) return 0;
  await store.rewrite({ texts, contents, reading: (stored) => maskReading(stored).document });
  return found.reduce((sum, { count }) => sum + count, 0);
}

interface Look {
  found: PrivateText[];
  /** Of the documents it stands in. */
  contents: Set<string>;
  texts: Rewriting['texts'];
}

/** What is private, where it stands, and what is to stand there. */
async function look(store: Store): Promise<Look> {
  const judge = judgeOf(store);
  const found: PrivateText[] = [];
  const texts: Look['texts'][number][] = [];
  const contents = new Set<string>();
  for (const { sha256 } of await store.listReadings({})) {
    const masked = await judge.reading(sha256);
    const ofReading = masked ? privateIn(sha256.slice(0, 12), masked) : [];
    if (ofReading.length > 0) contents.add(sha256);
    found.push(...ofReading);
  }
  for await (const stored of store.texts()) {
    const masked = await judge.mask(stored);
    if (masked === stored.text) continue;
    texts.push({ stored, text: masked });
    const { table, column, key, text, sha256 } = stored;
    const row = maskText(Object.values(key).map(String), maskName).join('/');
    found.push(...countedKinds(piecesOf(text, masked), { table, column, row, masked }));
    if (sha256 !== null) contents.add(sha256);
  }
  return { found, contents, texts };
}

function privateIn(row: string, { found, isReadingPrivate }: Judged): PrivateText[] {
  const table = 'document_blobs';
  if (found.length === 0 && isReadingPrivate) {
    return [{ table, column: 'reading', row, kind: '姓名、号码', count: 1, masked: '' }];
  }
  return found.flatMap(({ place, pieces, masked }) =>
    countedKinds(pieces, { table, column: 'grids', row: `${row} ${place}`, masked }),
  );
}

type Judged = MaskedReading & { isReadingPrivate: boolean };

interface Judge {
  /** The reading as it would be stored now; null where the store has none. */
  reading(sha256: string): Promise<Judged | null>;
  mask(stored: StoredText): Promise<string>;
}

/** As many readings as findings of neighbouring rows may need at once. */
const KEPT_READINGS = 64;
/** Hashes, dates and states. */
const NO_TEXT =
  /^(?:sha256|fingerprint|member|at|started|ended|superseded_by|replaced_by|former|matter|published|url)$/;

function judgeOf(store: Store): Judge {
  const known = new Map<string, Judged | null>();
  const readingOf = async (sha256: string): Promise<Judged | null> => {
    const kept = known.get(sha256);
    if (kept !== undefined) return kept;
    const document = await store.reading(sha256);
    const masked = document && judged(maskReading(document), document);
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= KEPT_READINGS) known.delete(oldest);
    known.set(sha256, masked);
    return masked;
  };
  return {
    reading: readingOf,
    mask: async ({ table, column, sha256, text }) => {
      if (NO_TEXT.test(column)) return text;
      if (column === 'path' || column === 'shown') return maskPath(text);
      const asJson = jsonOf(text);
      if (table === 'import_rows') {
        return asJson === null ? MASK(text) : changedJson(text, asJson, (each) => maskPath(MASK(each)));
      }
      const reading = sha256 === null ? null : await readingOf(sha256);
      const maskTaken = reading !== null && reading.found.length > 0 ? reading.maskTaken : MASK;
      if (asJson !== null) return changedJson(text, asJson, maskTaken);
      const masked = column === 'title' ? maskName(maskTaken(text)) : maskTaken(text);
      return masked !== text && reading?.isKept(text) ? text : masked;
    },
  };
}

const MASK = masker(new Map(), []);

function judged(masked: MaskedReading, before: { disclosures: unknown }): Judged {
  const isReadingPrivate = masked.document.disclosures !== before.disclosures;
  return { ...masked, isReadingPrivate };
}

function jsonOf(text: string): unknown {
  if (!/^[[{]/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function changedJson(text: string, value: unknown, mask: (text: string) => string): string {
  const masked = maskText(value, mask);
  return masked === value ? text : JSON.stringify(masked);
}

function countedKinds(pieces: readonly string[], where: Omit<PrivateText, 'kind' | 'count'>): PrivateText[] {
  const counts = new Map<string, number>();
  for (const kind of pieces.length > 0 ? pieces.map(kindOfPrivate) : ['姓名']) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ ...where, kind, count }));
}
