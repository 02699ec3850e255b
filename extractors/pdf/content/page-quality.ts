import { isPrivate, isWide } from './characters.js';
import {
  GLYPH_HIDDEN,
  GLYPH_SLANTED,
  GLYPH_SPACE,
  GLYPH_UNMAPPED,
  type PageContent,
} from './page-content.js';

/**
 * - `text`: readable                      - `blank`: nothing on it
 * - `image`: a picture without text       - `garbled`: text whose font gives no Unicode
 */
export type PageQuality = 'text' | 'blank' | 'image' | 'garbled';

/** Share of the page an image has to cover for the page to be a picture of text. */
const COVERED = 0.4;
/** With fewer characters a covered page is a picture, whatever is printed beside it (a page number). */
const FEW = 12;
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
  let unmapped = 0;
  let latin1 = 0;
  let wide = 0;
  for (let i = 0; i < glyphs.count; i++) {
    const flags = glyphs.flags[i] ?? 0;
    if (flags & (GLYPH_SPACE | GLYPH_SLANTED)) continue;
    const code = glyphs.code[i] ?? 0;
    letters++;
    if (flags & GLYPH_UNMAPPED || isPrivate(code)) unmapped++;
    else if (code >= 0x80 && code <= 0x24f) latin1++;
    else if (isWide(code)) wide++;
  }
  if (letters < FEW && isPicture(content)) return 'image';
  if (letters === 0) return 'blank';
  if (unmapped > TOO_MANY_UNMAPPED * letters) return 'garbled';
  if (letters >= FEW && latin1 > TOO_MANY_LATIN_1 * letters && wide < latin1) return 'garbled';
  return 'text';
}

function isPicture({ images, shapes, width, height }: PageContent): boolean {
  const area = images.reduce(
    (sum, image) => sum + Math.max(0, image.right - image.left) * Math.max(0, image.bottom - image.top),
    0,
  );
  return area > COVERED * width * height || shapes > MANY_SHAPES;
}

/**
 * Scans carry the text of an earlier recognition as invisible characters over the picture. Where a page has no other text,
 * that text is what there is to read: its characters are made visible.
 *
 * @returns whether the page was such a scan
 */
export function revealRecognizedText(content: PageContent): boolean {
  const { glyphs } = content;
  if (glyphs.count < FEW || !isPicture(content)) return false;
  const flags = glyphs.flags.subarray(0, glyphs.count);
  if (!flags.every((flag) => flag & (GLYPH_HIDDEN | GLYPH_SPACE))) return false;
  for (let i = 0; i < flags.length; i++) flags[i] = (flags[i] ?? 0) & ~GLYPH_HIDDEN;
  return true;
}

/** Number of characters of a readable page that are shown as U+FFFD because the font gives no Unicode for them. */
export function countUnmapped({ glyphs }: PageContent): number {
  let count = 0;
  for (let i = 0; i < glyphs.count; i++) if ((glyphs.flags[i] ?? 0) & GLYPH_UNMAPPED) count++;
  return count;
}
