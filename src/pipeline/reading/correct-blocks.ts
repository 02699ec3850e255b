import { maskPrivateBlocks } from '../../../normalizers/privacy/mask-private-blocks.js';
import type { Correction } from '../../model/correction.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { type Block, type Cell, isGrid, type Paragraph } from '../../model/grid.js';
import { formerPlace, nestedPlace, type Place } from '../../model/place.js';

export type GivenCorrection = Pick<Correction, 'place' | 'text' | 'reading'>;

/** What persons corrected, put in its place. */
export interface CorrectedBlocks {
  blocks: Block[];
  diagnostics: Diagnostic[];
}

/**
 * The blocks with the texts persons gave for single cells and paragraphs in place of what was read there, earlier corrections taken
 * back; names and phones are masked in what was given too. A place that is no more, or that reads otherwise than when it was
 * corrected, is told.
 */
export function correctBlocks(blocks: readonly Block[], stored: readonly GivenCorrection[]): CorrectedBlocks {
  const corrections = atTheirPlaces(blocks, stored);
  const given = new Map(corrections.map((each) => [each.place, each]));
  const met = new Set<Place>();
  const corrected = mapTexts(blocks, (own) => {
    const { place } = own;
    const text = readingOf(own);
    const correction = met.has(place) ? undefined : given.get(place);
    if (!correction) return { text };
    met.add(place);
    return { text: correction.text, reading: text };
  });
  if (corrections.length === 0) return { blocks: corrected, diagnostics: [] };
  const masked = maskPrivateBlocks(corrected);
  const lost = corrections.filter(({ place }) => !met.has(place));
  return {
    blocks: masked,
    diagnostics: [
      ...masked.flatMap(correctableTexts).flatMap((text) => toldOf(text, given)),
      ...lost.map(lostAt),
    ],
  };
}

/**
 * The corrections with their places as they are called now: of before rows were counted on their own page, the cell that was called
 * so then, unless the one called so now is what was corrected, going by what was read there.
 */
export function atTheirPlaces<Own extends Pick<Correction, 'place' | 'reading'>>(
  blocks: readonly Block[],
  corrections: readonly Own[],
): Own[] {
  if (corrections.length === 0) return [];
  const texts = blocks.flatMap((block) => formerlyAt(block, ''));
  return corrections.map((correction): Own => {
    const { place, reading } = correction;
    const now = texts.filter((each) => each.place === place);
    const then = texts.filter((each) => each.former === place);
    const reads = (each: FormerText): boolean => each.reading === reading;
    const found = now.find(reads) ?? then.find(reads) ?? now[0] ?? then[0];
    return found ? { ...correction, place: found.place } : correction;
  });
}

interface FormerText {
  place: Place;
  former: Place;
  reading: string;
}

/** Every cell and paragraph with what its place was called formerly. @param outer that of the cell around a nested table */
function formerlyAt(block: Block, outer: Place): FormerText[] {
  if (!isGrid(block)) return [{ place: block.place, former: block.place, reading: readingOf(block) }];
  return block.cells.flatMap((cell) => {
    const former = outer === '' ? formerPlace(cell.place, cell) : formerNested(outer, cell.place);
    const nested = (cell.nested ?? []).flatMap((grid) => formerlyAt(grid, former));
    return [{ place: cell.place, former, reading: readingOf(cell) }, ...nested];
  });
}

const formerNested = (outer: Place, place: Place): Place =>
  nestedPlace(outer, place.slice(place.lastIndexOf(' / ') + 3));

const readingOf = ({ text, reading }: Text): string => reading ?? text;

function toldOf(
  { place, text, reading: now }: Text,
  given: ReadonlyMap<Place, GivenCorrection>,
): Diagnostic[] {
  if (now === undefined) return [];
  const then = given.get(place)?.reading ?? now;
  return now === then
    ? [{ code: 'corrected', message: `人改正过：原读作“${now}”，改为“${text}”`, place }]
    : [
        {
          code: 'corrected-otherwise-read',
          message: `人改正过：改的时候读作“${then}”，现在读作“${now}”，仍用所改“${text}”；请再核对`,
          place,
        },
      ];
}

const lostAt = ({ place, reading }: GivenCorrection): Diagnostic => ({
  code: 'correction-lost',
  message: `人改正过的 ${place}（原读作“${reading}”）已不在读出的内容里，所改的没有用上`,
  place,
});

/** Every cell and paragraph, those of tables inside of cells too. */
export const correctableTexts = (block: Block): Text[] =>
  isGrid(block)
    ? block.cells.flatMap((cell) => [cell, ...(cell.nested ?? []).flatMap(correctableTexts)])
    : [block];

type Text = Pick<Cell, 'text' | 'reading' | 'place'>;

/** The blocks with every cell and paragraph given its text anew. */
const mapTexts = (
  blocks: readonly Block[],
  change: (text: Text) => Pick<Cell, 'text' | 'reading'>,
): Block[] =>
  blocks.map((block): Block => {
    if (!isGrid(block)) return changed<Paragraph>(block, change);
    const cells = block.cells.map((cell): Cell => {
      const own = changed(cell, change);
      return cell.nested ? { ...own, nested: mapTexts(cell.nested, change).filter(isGrid) } : own;
    });
    return { ...block, cells };
  });

function changed<Own extends Text>(own: Own, change: (text: Text) => Pick<Cell, 'text' | 'reading'>): Own {
  const { reading: _, ...rest } = own;
  return { ...rest, ...change(own) } as Own;
}
