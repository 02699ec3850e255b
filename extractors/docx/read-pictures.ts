import type { Block, Extraction, PictureFate } from '../../src/model/grid.js';
import { OUTCOME_TEXT } from '../../src/model/outcome.js';
import type { ReadOptions } from '../reader.js';
import type { OfficePackage } from './office-package.js';
import type { EmbeddedBlocks } from './story-items.js';

/** What the pictures of a document gave that may be scanned pages. */
export interface ReadPictures {
  blocksOf: EmbeddedBlocks;
  diagnostics: Extraction['diagnostics'];
  /** How many places pictures with text stand in. */
  read: number;
  /** Undefined where no picture may be a page. */
  fate?: PictureFate;
}

/**
 * Reads the pictures that fill a page, scans put into Word, as documents of their own.
 * @param ids relationships of the main part, one for each place a picture stands in
 */
export async function readPictures(
  pack: OfficePackage,
  mainPart: string,
  ids: readonly string[],
  { readInner, recognition }: Pick<ReadOptions, 'readInner' | 'recognition'>,
): Promise<ReadPictures> {
  const places = ids.filter((id) => {
    const relation = pack.relation(mainPart, id);
    return relation && !relation.external && pack.has(relation.target);
  });
  if (places.length === 0) return { blocksOf: () => [], diagnostics: [], read: 0 };
  if (!recognition || !readInner) return { blocksOf: () => [], diagnostics: [], read: 0, fate: 'left' };
  const pictures = new Map<string, Extraction>();
  for (const id of new Set(places)) {
    if (recognition.isSpent()) break;
    const bytes = pack.partBytes(pack.relation(mainPart, id)?.target ?? '');
    if (bytes) pictures.set(id, await readInner(bytes));
  }
  const isLeft = [...pictures.values()].some((read) => read.pictures === 'left');
  return {
    blocksOf: (id) => pictures.get(id)?.blocks ?? [],
    diagnostics: [...pictures.values()].flatMap(toldOf),
    read: places.filter((id) => (pictures.get(id)?.blocks.length ?? 0) > 0).length,
    fate: isLeft ? 'left' : 'read',
  };
}

/** What is said of pages of a picture is said of a picture in the text. */
const toldOf = ({ outcome, reason, blocks, diagnostics }: Extraction): Extraction['diagnostics'] => [
  ...(blocks.length > 0
    ? diagnostics.map(({ code, message }) => ({
        code,
        message: message.replace(/^第 \d+ 页/, '文中有一幅图片'),
      }))
    : []),
  ...(outcome === 'ok' || outcome === 'ignored' || outcome === 'empty'
    ? []
    : [
        {
          code: 'picture-not-recognized' as const,
          message: `文中有一幅图片没有识别：${reason ?? OUTCOME_TEXT[outcome].title}`,
        },
      ]),
];

export const joinedBlocks =
  (first: EmbeddedBlocks, second: EmbeddedBlocks): EmbeddedBlocks =>
  (id): readonly Block[] => [...first(id), ...second(id)];
