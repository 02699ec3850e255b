import {
  GLYPH_SLANTED,
  GLYPH_UNSEEN,
  type Glyphs,
  type PageContent,
} from '../../extractors/printed/page/page-content.js';
import { escapeMarkup } from './disclosure-formats/escape-markup.js';
import { buildOfd, OfdCanvas, pathObject } from './ofd-builder.js';

const MM = 25.4 / 72;
/** Where the baseline stands in the height of a letter. */
const ASCENT = 0.88;
const mm = (points: number): string => (points * MM).toFixed(4);

/** Pages as an OFD file: what is seen of their texts, piece by piece, with their rules and areas. */
export const ofdOfPages = (pages: readonly PageContent[]): Uint8Array =>
  buildOfd(
    pages.map(({ width, height, glyphs, rules, fills }) => {
      const canvas = new OfdCanvas(width, height);
      for (const { left, top, right, bottom, white } of fills) {
        const box = `M 0 0 L ${mm(right - left)} 0 L ${mm(right - left)} ${mm(bottom - top)} L 0 ${mm(bottom - top)} C`;
        const color = white ? '255 255 255' : '220 220 220';
        const fill = `<ofd:FillColor Value="${color}"/>`;
        canvas.raw(pathObject(left * MM, top * MM, box, 'Fill="true" Stroke="false"', fill));
      }
      for (const { horizontal, at, from, to } of rules) {
        if (horizontal) canvas.line(from, at, to, at);
        else canvas.line(at, from, at, to);
      }
      for (const text of textsOf(glyphs)) canvas.raw(text);
      return canvas.page();
    }),
  );

function* textsOf(glyphs: Glyphs): Generator<string> {
  let from = 0;
  for (let i = 1; i <= glyphs.count; i++) {
    const isSame =
      i < glyphs.count && glyphs.run[i] === glyphs.run[from] && glyphs.top[i] === glyphs.top[from];
    if (isSame) continue;
    yield* textOf(glyphs, from, i);
    from = i;
  }
}

/** The seen letters of one line of a piece of text. */
function* textOf({ code, left, top, bottom, flags }: Glyphs, from: number, to: number): Generator<string> {
  const seen = Array.from({ length: to - from }, (_, k) => from + k).filter(
    (i) => !((flags[i] ?? 0) & (GLYPH_UNSEEN | GLYPH_SLANTED)),
  );
  const [first] = seen;
  if (first === undefined) return;
  const lefts = seen.map((i) => left[i] ?? 0);
  const deltas = lefts.slice(1).map((x, k) => mm(x - (lefts[k] ?? 0)));
  const size = (bottom[first] ?? 0) - (top[first] ?? 0);
  const text = escapeMarkup(String.fromCodePoint(...seen.map((i) => code[i] ?? 0)));
  yield `<ofd:TextObject ID="1" Font="2" Size="${mm(size)}" Boundary="${mm(lefts[0] ?? 0)} ${mm(top[first] ?? 0)} 300 300">` +
    `<ofd:TextCode X="0" Y="${mm(ASCENT * size)}" DeltaX="${deltas.join(' ')}">${text}</ofd:TextCode></ofd:TextObject>`;
}
