import { characterOf } from '../page/characters.js';
import { GLYPH_SLANTED, GLYPH_SPACE, GLYPH_UNSEEN, type Glyphs } from '../page/page-content.js';
import type { TextLine } from './text-lines.js';

/** Letters further apart than this (in sizes of their boxes) are of two texts. */
const FAR = 1.5;

/** Texts that run askew, in the order they are drawn; each box is the upright one around its letters. */
export function slantedLines(glyphs: Glyphs): TextLine[] {
  const lines: TextLine[] = [];
  let line: TextLine | undefined;
  for (let i = 0; i < glyphs.count; i++) {
    const flags = glyphs.flags[i] ?? 0;
    if (!(flags & GLYPH_SLANTED) || flags & (GLYPH_UNSEEN | GLYPH_SPACE)) continue;
    const own = lineOf(glyphs, i);
    if (line && goesOn(glyphs, line, own)) {
      line.text += own.text;
      line.glyphs.push(i);
      line.left = Math.min(line.left, own.left);
      line.top = Math.min(line.top, own.top);
      line.right = Math.max(line.right, own.right);
      line.bottom = Math.max(line.bottom, own.bottom);
    } else {
      line = own;
      lines.push(line);
    }
  }
  return lines;
}

function lineOf({ code, left, top, right, bottom }: Glyphs, i: number): TextLine {
  const box = { left: left[i] ?? 0, top: top[i] ?? 0, right: right[i] ?? 0, bottom: bottom[i] ?? 0 };
  return { ...box, text: characterOf(code[i] ?? 0), size: box.bottom - box.top, glyphs: [i] };
}

/** Whether a letter stands next to the last one of a line. */
function goesOn(glyphs: Glyphs, line: TextLine, own: TextLine): boolean {
  const last = line.glyphs.at(-1) ?? 0;
  const across = (own.left + own.right - (glyphs.left[last] ?? 0) - (glyphs.right[last] ?? 0)) / 2;
  const down = (own.top + own.bottom - (glyphs.top[last] ?? 0) - (glyphs.bottom[last] ?? 0)) / 2;
  return Math.hypot(across, down) < FAR * Math.max(line.size, own.size, own.right - own.left);
}
