import { areaOf, type Box, EVERYWHERE, union } from './box.js';
import { isPrivate, isWide } from './characters.js';
import {
  GLYPH_CLIPPED,
  GLYPH_COVERED,
  GLYPH_FROM_FONT,
  GLYPH_HIDDEN,
  GLYPH_SLANTED,
  GLYPH_SPACE,
  GLYPH_UNDER_PICTURE,
  GLYPH_UNMAPPED,
  type PageContent,
} from './page-content.js';

/**
 * - `text`: readable                      - `blank`: nothing on it
 * - `image`: a picture without text       - `garbled`: text whose font gives no Unicode
 */
export type PageQuality = 'text' | 'blank' | 'image' | 'garbled';

/** Share of the page that pictures have to cover for the page to be a picture of text. */
export const PICTURE_SHARE = 0.4;
/** With fewer characters a covered page is a picture, whatever is printed beside it (a page number). */
const FEW = 12;
/** Share of the page that pictures fill, and number of characters a text has at least, for the page to be more than a picture. */
const FILLED = 0.8;
const LITTLE = 100;
/** Characters of a text layer for each one that is printed on the picture too, at least. */
const LAYER_SHARE = 0.5;
/** Shapes that are neither lines nor areas; so many without text are text turned into outlines. */
const MANY_SHAPES = 150;
/** Share of characters without Unicode beyond which nothing on the page can be trusted. */
const TOO_MANY_UNMAPPED = 0.3;
/** Share of letters such as ÊÖÐ, which a Chinese text shows where its encoding was lost. */
const TOO_MANY_LATIN_1 = 0.4;

/** What can be expected of the text of a page; a watermark is none. */
export function judgePage(content: PageContent): PageQuality {
  const { glyphs } = content;
  let letters = 0;
  let seen = 0;
  let unmapped = 0;
  let latin1 = 0;
  let wide = 0;
  for (let i = 0; i < glyphs.count; i++) {
    const flags = glyphs.flags[i] ?? 0;
    if (flags & (GLYPH_SPACE | GLYPH_SLANTED)) continue;
    const code = glyphs.code[i] ?? 0;
    letters++;
    if (!(flags & GLYPH_HIDDEN)) seen++;
    if (flags & GLYPH_UNMAPPED || isPrivate(code)) unmapped++;
    else if (code >= 0x80 && code <= 0x24f) latin1++;
    else if (isWide(code)) wide++;
  }
  if (seen < FEW && isPicture(content)) return 'image';
  if (letters === 0) return 'blank';
  if (unmapped > TOO_MANY_UNMAPPED * letters) return 'garbled';
  if (letters >= FEW && latin1 > TOO_MANY_LATIN_1 * letters && wide < latin1) return 'garbled';
  return 'text';
}

function isPicture({ images, shapes, width, height }: PageContent): boolean {
  const area = images.reduce((sum, image) => sum + areaOf(image), 0);
  return area > PICTURE_SHARE * width * height || shapes > MANY_SHAPES;
}

/**
 * Scans carry the text of an earlier recognition over or under the picture, without ink, in white, or covered by the picture.
 * Where that is most of the text on the picture, beside what was stamped on it, its characters are made visible; those painted
 * over afterwards are not.
 *
 * @returns whether the page was such a scan
 */
export function revealRecognizedText(content: PageContent): boolean {
  const { glyphs, images } = content;
  if (glyphs.count < FEW || !isPicture(content)) return false;
  const picture = images.length > 0 ? images.reduce<Box>(union, images[0] ?? EVERYWHERE) : EVERYWHERE;
  const layer: number[] = [];
  let beside = 0;
  for (let i = 0; i < glyphs.count; i++) {
    const flags = glyphs.flags[i] ?? 0;
    const x = glyphs.x[i] ?? 0;
    const y = glyphs.y[i] ?? 0;
    const isOn = x >= picture.left && x <= picture.right && y >= picture.top && y <= picture.bottom;
    if (!isOn || flags & (GLYPH_COVERED | GLYPH_SLANTED)) continue;
    if (flags & (GLYPH_HIDDEN | GLYPH_UNDER_PICTURE)) layer.push(i);
    else if (!(flags & (GLYPH_SPACE | GLYPH_CLIPPED))) beside++;
  }
  const letters = layer.filter((i) => !((glyphs.flags[i] ?? 0) & GLYPH_SPACE)).length;
  if (letters < FEW || letters < LAYER_SHARE * beside) return false;
  for (const i of layer) glyphs.flags[i] = (glyphs.flags[i] ?? 0) & ~GLYPH_HIDDEN;
  return true;
}

/** Number of characters of a page that is filled by pictures and has little text beside them; 0 for any other page. */
export function countOnPicture({ glyphs, images, width, height }: PageContent): number {
  const filled = images.reduce((sum, image) => sum + areaOf(image), 0);
  if (filled < FILLED * width * height) return 0;
  let count = 0;
  for (let i = 0; i < glyphs.count; i++) {
    if (!((glyphs.flags[i] ?? 0) & (GLYPH_SPACE | GLYPH_HIDDEN | GLYPH_SLANTED))) count++;
  }
  return count < LITTLE ? count : 0;
}

/** Number of characters of a page that its fonts tell where the document's own maps do not. */
export function countFromFont({ glyphs }: PageContent): number {
  let count = 0;
  for (let i = 0; i < glyphs.count; i++) if ((glyphs.flags[i] ?? 0) & GLYPH_FROM_FONT) count++;
  return count;
}

/** Number of characters of a readable page that are shown as U+FFFD because the font gives no Unicode for them. */
export function countUnmapped({ glyphs }: PageContent): number {
  let count = 0;
  for (let i = 0; i < glyphs.count; i++) if ((glyphs.flags[i] ?? 0) & GLYPH_UNMAPPED) count++;
  return count;
}
