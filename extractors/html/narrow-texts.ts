import type { Box } from '../printed/page/box.js';
import { naturalWidth, type PlacedPage, type PlacedText } from './placed-page.js';

/** Boxes narrower than this (points) are vertical lines. */
const THIN = 3;
/** Room between a text and the line it may not cross, in points. */
const GAP = 0.5;
/** A text is narrowed by no more than this: what begins further left was meant to lie over it. */
const NARROWEST = 0.6;

/**
 * Gives texts the width up to the next vertical line, and up to the next text in their line: fonts are not known here, and a
 * text a little too wide must not run into the next cell.
 */
export function narrowTexts(page: PlacedPage): PlacedPage {
  const lines = page.rules
    .filter(({ left, right, top, bottom }) => right - left <= THIN && bottom - top > right - left)
    .sort((a, b) => a.left - b.left);
  const byLine = new Map<number, PlacedText[]>();
  for (const text of page.texts) {
    const line = byLine.get(Math.round(text.y));
    if (line) line.push(text);
    else byLine.set(Math.round(text.y), [text]);
  }
  const limits = new Map<PlacedText, number>();
  for (const texts of byLine.values()) {
    texts.sort((a, b) => a.x - b.x);
    texts.forEach((text, index) => {
      const least = text.x + NARROWEST * naturalWidth(text);
      const next =
        texts.slice(index + 1, index + 4).find(({ x }) => x >= least)?.x ?? Number.POSITIVE_INFINITY;
      limits.set(text, Math.min(next, lineRightOf(text, least, lines) - GAP) - text.x);
    });
  }
  const texts = page.texts.map((text) => {
    const limit = limits.get(text) ?? Number.POSITIVE_INFINITY;
    return limit < (text.width || naturalWidth(text)) ? { ...text, width: limit } : text;
  });
  return { ...page, texts };
}

function lineRightOf({ y, size }: PlacedText, least: number, lines: readonly Box[]): number {
  const middle = y + size / 2;
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if ((lines[half]?.left ?? 0) < least) low = half + 1;
    else high = half;
  }
  for (let i = low; i < lines.length; i++) {
    const line = lines[i];
    if (line && line.top <= middle && middle <= line.bottom) return line.left;
  }
  return Number.POSITIVE_INFINITY;
}
