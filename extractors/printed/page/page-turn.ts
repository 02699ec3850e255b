import type { Box } from './box.js';
import type { Glyphs, PageContent } from './page-content.js';

/** Quarter turns clockwise of the direction most of the page's text is read in, as displayed. */
export function readingTurn({ glyphs }: PageContent): number {
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < glyphs.count; i++) {
    const turn = glyphs.turn[i] ?? 0;
    counts[turn] = (counts[turn] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}

/** The page turned back so that most of its text is upright: a table printed sideways is read like any other. */
export function uprightPage<Own extends PageContent>(content: Own, turn: number): Own {
  if (turn === 0) return content;
  const { width, height } = content;
  const back = (box: Box): Box => turnBox(box, 4 - turn, width, height);
  const odd = turn % 2 === 1;
  return {
    ...content,
    width: odd ? height : width,
    height: odd ? width : height,
    glyphs: { ...turnedGlyphs(content.glyphs, turn, width, height), clips: content.glyphs.clips.map(back) },
    images: content.images.map(back),
    fills: content.fills.map((fill) => ({ ...fill, ...back(fill) })),
    rules: content.rules.map((rule) => {
      const { horizontal, at, from, to } = rule;
      const box = back(
        horizontal
          ? { left: from, right: to, top: at, bottom: at }
          : { left: at, right: at, top: from, bottom: to },
      );
      return horizontal === odd
        ? { ...rule, horizontal: false, at: box.left, from: box.top, to: box.bottom }
        : { ...rule, horizontal: true, at: box.top, from: box.left, to: box.right };
    }),
  };
}

/** Turns a box clockwise by quarters together with the page (of the given size before turning) it stands on. */
export function turnBox(box: Box, quarters: number, width: number, height: number): Box {
  const { left, top, right, bottom } = box;
  switch (quarters & 3) {
    case 1:
      return { left: height - bottom, top: left, right: height - top, bottom: right };
    case 2:
      return { left: width - right, top: height - bottom, right: width - left, bottom: height - top };
    case 3:
      return { left: top, top: width - right, right: bottom, bottom: width - left };
    default:
      return box;
  }
}

/** The glyphs with their boxes turned back by quarters, on a page of the given size. */
export function turnedGlyphs<Own extends Glyphs>(
  glyphs: Own,
  quarters: number,
  width: number,
  height: number,
): Own {
  if (quarters === 0) return glyphs;
  const { count } = glyphs;
  const turned: Own = {
    ...glyphs,
    left: new Float32Array(count),
    top: new Float32Array(count),
    right: new Float32Array(count),
    bottom: new Float32Array(count),
    x: new Float32Array(count),
    y: new Float32Array(count),
    turn: glyphs.turn.map((own) => (own + 4 - quarters) & 3),
  };
  for (let i = 0; i < count; i++) {
    const own = {
      left: glyphs.left[i] ?? 0,
      top: glyphs.top[i] ?? 0,
      right: glyphs.right[i] ?? 0,
      bottom: glyphs.bottom[i] ?? 0,
    };
    const box = turnBox(own, 4 - quarters, width, height);
    turned.left[i] = box.left;
    turned.top[i] = box.top;
    turned.right[i] = box.right;
    turned.bottom[i] = box.bottom;
    const x = glyphs.x[i] ?? 0;
    const y = glyphs.y[i] ?? 0;
    const seen = turnBox({ left: x, top: y, right: x, bottom: y }, 4 - quarters, width, height);
    turned.x[i] = seen.left;
    turned.y[i] = seen.top;
  }
  return turned;
}
