import { withDetail } from '../../src/model/explain-error.js';
import type { Block, Cell, ExtractionOutcome } from '../../src/model/grid.js';
import { readBytes } from '../read-bytes.js';
import { compareTexts, type PlacedText, type TextComparison } from './compare-texts.js';
import { secondReaderFor } from './second-readers.js';

export interface Verification extends TextComparison {
  format: string;
  outcome: ExtractionOutcome;
  /** Why there is nothing to compare: the outcome's reason, the second reader's failure, or that there is none. */
  reason?: string;
  /** Library of the second reader; null where nothing was compared. */
  secondReader: string | null;
  /** Texts of ours that were compared. */
  compared: number;
  /** True when nothing differs; also when nothing was compared. */
  agrees: boolean;
}

/**
 * Reads a file with our reader and with an independent one and answers where they disagree: texts only one has, and texts
 * that differ. Running headers and footers are not compared. Runs unprotected: call it where a hang or crash does no harm.
 */
export async function verifyFile(bytes: Uint8Array, path: string): Promise<Verification> {
  const { format, outcome, reason, blocks } = await readBytes(bytes, { path });
  const nothing = { format, outcome, secondReader: null, compared: 0, agrees: true, ...compareTexts([], []) };
  if (outcome !== 'ok' && outcome !== 'partial') return { ...nothing, reason };
  const second = secondReaderFor(format);
  if (!second) return { ...nothing, reason: `${format} 没有独立的第二读取器可供核对` };

  const texts = blocks.flatMap(textsOf);
  try {
    const comparison = compareTexts(texts, await second.readTexts(bytes), blocks.flatMap(furnitureOf));
    const agrees = Object.values(comparison).every((list) => list.length === 0);
    return { ...nothing, ...comparison, secondReader: second.name, compared: texts.length, agrees };
  } catch (error) {
    const reason = withDetail(`第二读取器 ${second.name} 读不了这个文件，没有核对`, error);
    return { ...nothing, agrees: false, reason };
  }
}

const furnitureOf = (block: Block): string[] =>
  block.kind === 'paragraph' && block.furniture ? [block.text] : [];

function textsOf(block: Block): PlacedText[] {
  if (block.kind === 'grid') return block.cells.flatMap(textsOfCell);
  return block.furniture ? [] : linesOf(block.text, block.place);
}

const textsOfCell = (cell: Cell): PlacedText[] => [
  ...linesOf(cell.text, cell.place),
  ...(cell.nested ?? []).flatMap((grid) => grid.cells.flatMap(textsOfCell)),
];

const linesOf = (text: string, place: string): PlacedText[] =>
  text
    .split(/[\n\t]/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ text: line, place }));
