import { kindOfPrivate } from '../../../normalizers/parse/privacy/kind-of-private.js';
import { maskName } from '../../../normalizers/parse/privacy/mask-name.js';
import { maskPath } from '../../../normalizers/parse/privacy/mask-path.js';
import {
  type MaskedReading,
  maskReading,
  piecesOf,
} from '../../../normalizers/parse/privacy/mask-reading.js';
import { masker, maskText } from '../../../normalizers/parse/privacy/mask-text.js';
import type { StoredText } from '../../store/care/stored-texts.js';
import type { Store } from '../../store/open-store.js';

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
export function findPrivate(store: Store): PrivateText[] {
  const found: PrivateText[] = [];
  const judge = judgeOf(store);
  for (const { sha256, masked } of judge.readings()) {
    const row = sha256.slice(0, 12);
    for (const { place, pieces, masked: text } of masked.found) {
      found.push(
        ...countedKinds(pieces, {
          table: 'document_blobs',
          column: 'grids',
          row: `${row} ${place}`,
          masked: text,
        }),
      );
    }
    if (masked.found.length === 0 && masked.isReadingPrivate) {
      found.push({
        table: 'document_blobs',
        column: 'reading',
        row,
        kind: '姓名、号码',
        count: 1,
        masked: '',
      });
    }
  }
  for (const stored of store.texts()) {
    const masked = judge.mask(stored);
    if (masked === stored.text) continue;
    const { table, column, key, text } = stored;
    const row = maskText(Object.values(key).map(String), maskName).join('/');
    found.push(...countedKinds(piecesOf(text, masked), { table, column, row, masked }));
  }
  return found;
}

/**
 * Masks what an earlier mask, or another program, left readable in the store; the files are not needed. Findings, answers and
 * the log of imports are masked where they stand, so that nothing of them is lost.
 * @returns how many texts and places were masked
 */
export function maskStore(store: Store): number {
  const found = findPrivate(store);
  if (found.length === 0) return 0;
  const judge = judgeOf(store);
  const dirty = new Set<string>();
  for (const stored of store.texts()) {
    if (stored.sha256 !== null && judge.mask(stored) !== stored.text) dirty.add(stored.sha256);
  }
  const readings = [...judge.readings()];
  const rewritten = readings
    .filter(({ sha256, masked }) => dirty.has(sha256) || masked.found.length > 0 || masked.isReadingPrivate)
    .map(({ masked }) => masked.document);
  store.rewrite(rewritten, (stored) => judge.mask(stored));
  return found.reduce((sum, { count }) => sum + count, 0);
}

type Judged = MaskedReading & { isReadingPrivate: boolean };

interface Judge {
  readings(): Generator<{ sha256: string; masked: Judged }>;
  mask(stored: StoredText): string;
}

/** As many readings as findings of neighbouring rows may need at once. */
const KEPT_READINGS = 64;
/** Hashes, dates and states. */
const NO_TEXT = /^(?:sha256|fingerprint|member|at|started|ended|superseded_by|published|url)$/;

function judgeOf(store: Store): Judge {
  const known = new Map<string, Judged | null>();
  const readingOf = (sha256: string): Judged | null => {
    const kept = known.get(sha256);
    if (kept !== undefined) return kept;
    const document = store.reading(sha256);
    const masked = document && judged(maskReading(document), document);
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= KEPT_READINGS) known.delete(oldest);
    known.set(sha256, masked);
    return masked;
  };
  return {
    *readings() {
      for (const { sha256 } of store.listReadings({})) {
        const masked = readingOf(sha256);
        if (masked) yield { sha256, masked };
      }
    },
    mask: ({ table, column, sha256, text }) => {
      if (NO_TEXT.test(column)) return text;
      if (column === 'path' || column === 'shown') return maskPath(text);
      const asJson = jsonOf(text);
      if (table === 'import_rows') {
        return asJson === null ? MASK(text) : changedJson(text, asJson, (each) => maskPath(MASK(each)));
      }
      const hasPieces = sha256 !== null && (readingOf(sha256)?.found.length ?? 0) > 0;
      const maskTaken = hasPieces ? (readingOf(sha256)?.maskTaken ?? MASK) : MASK;
      if (asJson !== null) return changedJson(text, asJson, maskTaken);
      const masked = column === 'title' ? maskName(maskTaken(text)) : maskTaken(text);
      if (masked === text || sha256 === null) return masked;
      return readingOf(sha256)?.isKept(text) ? text : masked;
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
