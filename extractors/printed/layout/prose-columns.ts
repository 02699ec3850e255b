import type { Glyphs } from '../page/page-content.js';
import type { TextLine } from './text-lines.js';

/** Gap (in font heights) that parts columns of a text, and width of what stands at each side of it. */
const GAP = 1;
const BESIDE = 8;
/** Height (in font heights) two lines share that stand beside each other. */
const BESIDE_EACH = 0.2;
/** So many lines, and this share of the page's full ones, have their gap at the same place. */
const LEAST_LINES = 6;
const SHARE = 0.5;

/**
 * Whether lines of text outside of tables, from top to bottom, run over two columns of a text, or change between them: most
 * full lines have their widest gap at the same place, with much text at both sides, or a line of the other column beside.
 */
export function runOverColumns({ left, right }: Glyphs, lines: readonly TextLine[]): boolean {
  const gaps: { from: number; to: number }[] = [];
  let full = 0;
  lines.forEach((line, n) => {
    const width = BESIDE * line.size;
    const next = lines[n + 1];
    if (next && line.bottom - next.top > BESIDE_EACH * line.size) {
      const [first, second] = line.left < next.left ? [line, next] : [next, line];
      const wide = Math.min(first.right - first.left, second.right - second.left) >= width;
      if (wide && second.left - first.right >= GAP * line.size) {
        full++;
        gaps.push({ from: first.right, to: second.left });
        return;
      }
    }
    if (line.right - line.left < 2 * width) return;
    full++;
    const own = line.glyphs.slice(1).flatMap((i, k) => {
      const from = right[line.glyphs[k] ?? 0] ?? 0;
      const to = left[i] ?? 0;
      return to - from >= GAP * line.size ? [{ from, to }] : [];
    });
    const [gap] = own.sort((a, b) => b.to - b.from - a.to + a.from);
    if (gap && gap.from - line.left >= width && line.right - gap.to >= width) gaps.push(gap);
  });
  if (gaps.length < LEAST_LINES) return false;
  const middle = gaps.map(({ from, to }) => (from + to) / 2).sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  const agreeing = gaps.filter(({ from, to }) => from < middle && middle < to).length;
  return agreeing >= LEAST_LINES && agreeing >= SHARE * full;
}
