import { html, type Markup } from '../html.js';
import { showWan } from '../show-money.js';
import { fitText } from '../text-width.js';

const WIDTH = 960;
const MARGIN = 24;
const LABELS = 340;
const FIGURES = 110;
const BAR = 18;
const ROW = 26;
const HEAD = 76;
const GROUP_HEAD = 40;
const FONT =
  'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
/** Columns of half-width characters that fit into the label's space. */
const LABEL_WIDTH = 46;
const BLUE = '#2f6690';
const PALE = '#b8c9d9';
const MEDIAN = '#b3541e';
const OUTLIER = '#8a1c1c';

export interface Bar {
  label: string;
  fen: number;
  isPale?: boolean;
  isOutlier?: boolean;
}

export interface BarGroup {
  name: string;
  bars: readonly Bar[];
  /** A line through the bars, and what is written above it. */
  median?: { fen: number; label: string } | null;
}

export interface BarPicture {
  /** For those who cannot see it. */
  summary: string;
  title: string;
  note: string;
  groups: readonly BarGroup[];
  /** What is said where there is no bar. */
  empty: string;
}

/**
 * Amounts as an SVG that needs nothing but itself: a bar each under the name of its group, all on one scale from 0. Published
 * text is escaped.
 */
export function barPicture({ summary, title, note, groups, empty }: BarPicture): string {
  const most = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ fen }) => fen)));
  let top = HEAD;
  const sections = groups.map((group) => {
    const section = drawGroup(group, top, most);
    top += heightOf(group);
    return section;
  });
  const height = top + MARGIN * 2;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${summary}" font-family='${FONT}' font-size="13" fill="#222">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${MARGIN}" y="34" font-size="20" font-weight="600">${title}</text>
<text x="${MARGIN}" y="56" fill="#666">${note}</text>
${sections}${groups.length === 0 ? html`<text x="${MARGIN}" y="${HEAD + 20}">${empty}</text>` : null}</svg>
`.text;
}

const heightOf = ({ bars }: BarGroup): number => GROUP_HEAD + bars.length * ROW;

function drawGroup(group: BarGroup, top: number, most: number): Markup {
  const { bars, name, median } = group;
  const left = MARGIN + LABELS;
  const scale = (fen: number): number => ((WIDTH - left - FIGURES - MARGIN) * Math.max(0, fen)) / most;
  const drawn = bars.map((bar, index) => drawBar(bar, top + GROUP_HEAD + index * ROW, left, scale));
  const bottom = top + heightOf(group) - (ROW - BAR);
  const middle = median ? (left + scale(median.fen)).toFixed(1) : '';
  return html`<g><text x="${MARGIN}" y="${top + 26}" font-weight="600">${fitText(name, LABEL_WIDTH)}</text>${
    median
      ? html`<text x="${middle}" y="${top + 26}" fill="${MEDIAN}" text-anchor="middle" font-size="12">${median.label}</text>`
      : null
  }
${
  median
    ? html`<line x1="${middle}" x2="${middle}" y1="${top + GROUP_HEAD - 6}" y2="${bottom}" stroke="${MEDIAN}" stroke-dasharray="4 3"/>`
    : null
}${drawn}</g>
`;
}

function drawBar(
  { label, fen, isPale, isOutlier }: Bar,
  y: number,
  left: number,
  scale: (fen: number) => number,
): Markup {
  const length = Math.max(1, scale(fen));
  const baseline = y + BAR - 4;
  return html`<g><title>${label} ${showWan(fen)} 万元</title><text x="${left - 8}" y="${baseline}" text-anchor="end">${fitText(label, LABEL_WIDTH)}</text><rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="${BAR}" fill="${isPale ? PALE : isOutlier ? OUTLIER : BLUE}"/><text x="${(left + length + 6).toFixed(1)}" y="${baseline}" fill="#444" stroke="#fff" stroke-width="4" paint-order="stroke">${showWan(fen)}${isOutlier ? ' ▲' : ''}</text></g>
`;
}
