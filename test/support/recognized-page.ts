import { collectGlyphs, type PlacedGlyph } from '../../extractors/printed/page/collect-glyphs.js';
import type { PageContent, Rule } from '../../extractors/printed/page/page-content.js';

export const A4 = { width: 595, height: 842 };

const SIZE = 10;
const [LEFT, TOP, ACROSS, DOWN] = [50, 100, 120, 24];

const lineOf = (text: string, left: number, top: number, run: number, sure: number): PlacedGlyph[] =>
  [...text].map((character, i) => ({
    code: character.codePointAt(0) ?? 0,
    left: left + i * SIZE,
    right: left + (i + 1) * SIZE,
    top,
    bottom: top + SIZE,
    run,
    confidence: sure,
  }));

/**
 * A page as a recognizer finds it: a heading line and a table with all its rules.
 * @param sureOf how sure it is of a text, 0 to 100
 */
export function recognizedPage(
  heading: string,
  rows: readonly (readonly string[])[],
  sureOf: (text: string) => number = () => 99,
): PageContent {
  const columns = rows[0]?.length ?? 0;
  const [right, bottom] = [LEFT + ACROSS * columns, TOP + DOWN * rows.length];
  const across = Array.from(
    { length: rows.length + 1 },
    (_, r): Rule => ({ horizontal: true, at: TOP + DOWN * r, from: LEFT, to: right }),
  );
  const down = Array.from(
    { length: columns + 1 },
    (_, c): Rule => ({ horizontal: false, at: LEFT + ACROSS * c, from: TOP, to: bottom }),
  );
  return {
    ...A4,
    glyphs: collectGlyphs([
      ...lineOf(heading, LEFT, 60, 0, sureOf(heading)),
      ...rows.flatMap((row, r) =>
        row.flatMap((text, c) =>
          lineOf(text, LEFT + 3 + ACROSS * c, TOP + 7 + DOWN * r, 1 + r * columns + c, sureOf(text)),
        ),
      ),
    ]),
    rules: rows.length > 0 ? [...across, ...down] : [],
    fills: [],
    images: [],
    shapes: 0,
  };
}

/** A page that is nothing but a picture. */
export const picturePage = (): PageContent => ({
  ...A4,
  glyphs: collectGlyphs([]),
  rules: [],
  fills: [],
  images: [{ left: 0, top: 0, right: A4.width, bottom: A4.height }],
  shapes: 0,
});
