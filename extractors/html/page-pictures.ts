import { sniff } from '../bytes/sniff.js';
import type { ReadOptions } from '../reader.js';
import { LEAST_PAGE_AREA, type ReadPictures, readPictures } from '../tables/inner/read-pictures.js';
import { parseDeclarations, points } from './css.js';
import { type HtmlElement, type HtmlNode, isElement, pushReversed } from './dom.js';
import type { MimePage } from './mime-page.js';
import { isFurniture, isLeftOut, type PictureBlocks } from './read-flow.js';

/** The pictures of a web page that may be scanned pages. */
export interface PagePictures extends Pick<ReadPictures, 'diagnostics' | 'fate'> {
  blocksOf: PictureBlocks;
  /** How many stand in other files: of a told size, and others. */
  elsewhere: { large: number; ofAnySize: number };
}

export const NO_PICTURES: PagePictures = {
  blocksOf: () => [],
  diagnostics: [],
  elsewhere: { large: 0, ofAnySize: 0 },
};

/**
 * Reads those that stand in the file itself.
 * @param fileAt a file that was saved with the page
 */
export async function readPagePictures(
  nodes: readonly HtmlNode[],
  fileAt: MimePage['fileAt'],
  options: Pick<ReadOptions, 'readInner' | 'recognition'>,
): Promise<PagePictures> {
  const { inFile, elsewhere } = findPictures(nodes, fileAt);
  const read = await readPictures(inFile, (address) => pictureAt(address, fileAt), options);
  return { ...read, blocksOf: (image) => read.blocksOf(addressOf(image)), elsewhere };
}

interface FoundPictures extends Pick<PagePictures, 'elsewhere'> {
  /** Addresses, once for each place. */
  inFile: string[];
}

function findPictures(nodes: readonly HtmlNode[], fileAt: MimePage['fileAt']): FoundPictures {
  const found: FoundPictures = { inFile: [], elsewhere: { large: 0, ofAnySize: 0 } };
  const open = [...nodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node) || isLeftOut(node) || isFurniture(node)) continue;
    if (node.name !== 'img') {
      pushReversed(open, node.children);
      continue;
    }
    const address = addressOf(node);
    const area = areaOf(node);
    if (address === '' || (area ?? LEAST_PAGE_AREA) < LEAST_PAGE_AREA) continue;
    if (isInline(address) || fileAt(address)) found.inFile.push(address);
    else found.elsewhere[area === undefined ? 'ofAnySize' : 'large']++;
  }
  return found;
}

const addressOf = (image: HtmlElement): string => (image.attribs.src ?? '').trim();

const isInline = (address: string): boolean => /^data:/i.test(address);

/** The bytes behind an address; null where it is no picture that is scanned into. */
function pictureAt(address: string, fileAt: MimePage['fileAt']): Uint8Array | null {
  const bytes = isInline(address) ? inlineBytes(address) : fileAt(address);
  return bytes && sniff(bytes) === 'image' ? bytes : null;
}

/** `data:image/png;base64,…` (RFC 2397). */
function inlineBytes(address: string): Uint8Array | null {
  const comma = address.indexOf(',');
  if (comma < 0 || !/;\s*base64\s*$/i.test(address.slice(0, comma))) return null;
  const data = address.slice(comma + 1);
  return Buffer.from(data.includes('%') ? data.replace(/%([0-9a-f]{2})/gi, fromHex) : data, 'base64');
}

const fromHex = (_: string, hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));

/** In square points, of one told side that of a square; undefined where nothing is told, or only a share of what is around. */
function areaOf({ attribs }: HtmlElement): number | undefined {
  const style = parseDeclarations(attribs.style ?? '');
  const [width, height] = (['width', 'height'] as const).map((side) => {
    const told = style.get(side) ?? attribs[side];
    return told?.includes('%') ? undefined : points(told, BODY_SIZE, 0);
  });
  const side = width ?? height;
  return side === undefined ? undefined : (width ?? side) * (height ?? side);
}

const BODY_SIZE = 12;
