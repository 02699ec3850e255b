import type { ComparedProject, Comparison, ProjectGroup } from '../../model/comparison.js';
import { html, type Markup } from '../html.js';
import { showWan } from '../show-money.js';
import { fitText } from '../text-width.js';
import { pointMoved } from './spread-line.js';

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
/** Fewer amounts have no middle worth drawing. */
const MEDIAN_OF = 3;

/**
 * Amounts by place as an SVG that needs nothing but itself: a bar per project under the name of its group, all on one scale
 * from 0, the median of each group as a line. Pale bars are not counted in the median. Published text is escaped.
 */
export function comparisonPicture({ topic, groups, years }: Comparison): string {
  const paid = groups.map((group) => ({
    ...group,
    projects: group.projects.filter(({ amountFen }) => amountFen !== null),
  }));
  const singles = paid.filter(({ projects }) => projects.length === 1).flatMap(({ projects }) => projects);
  const drawn = [
    ...paid.filter(({ projects }) => projects.length > 1),
    ...(singles.length === 0 ? [] : [{ name: '没有同类的项目', projects: singles, amounts: null }]),
  ];
  const most = Math.max(
    1,
    ...drawn.flatMap(({ projects }) => projects.map(({ amountFen }) => amountFen ?? 0)),
  );
  let top = HEAD;
  const sections = drawn.map((group) => {
    const section = drawGroup(group, top, most);
    top += heightOf(group);
    return section;
  });
  const height = top + MARGIN * 2;
  const period =
    years.length === 0 ? '' : `，${years.length === 1 ? years[0] : `${years[0]}—${years.at(-1)}`} 年`;
  const note = `横条为金额（万元）${period}；竖线为该类中位数（三个以上才画），浅色不计入（非该地最近一年或重复）。`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${topic}：各地金额" font-family='${FONT}' font-size="13" fill="#222">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${MARGIN}" y="34" font-size="20" font-weight="600">${topic}：各地金额比较</text>
<text x="${MARGIN}" y="56" fill="#666">${note}</text>
${sections}${drawn.length === 0 ? html`<text x="${MARGIN}" y="${HEAD + 20}">没有公开金额</text>` : null}</svg>
`.text;
}

const heightOf = ({ projects }: ProjectGroup): number => GROUP_HEAD + projects.length * ROW;

function drawGroup(group: ProjectGroup, top: number, most: number): Markup {
  const { amounts, projects, name } = group;
  const left = MARGIN + LABELS;
  const scale = (fen: number): number => ((WIDTH - left - FIGURES - MARGIN) * fen) / most;
  const bars = projects.map((project, index) =>
    drawBar(project, top + GROUP_HEAD + index * ROW, left, scale),
  );
  const middle = amounts && amounts.count >= MEDIAN_OF ? left + scale(Number(amounts.median) * 100) : null;
  const bottom = top + heightOf(group) - (ROW - BAR);
  return html`<g><text x="${MARGIN}" y="${top + 26}" font-weight="600">${fitText(name, LABEL_WIDTH)}</text>${
    middle === null || !amounts
      ? null
      : html`<text x="${middle.toFixed(1)}" y="${top + 26}" fill="${MEDIAN}" text-anchor="middle" font-size="12">中位数 ${pointMoved(amounts.median, 4)}</text>`
  }
${
  middle === null
    ? null
    : html`<line x1="${middle.toFixed(1)}" x2="${middle.toFixed(1)}" y1="${top + GROUP_HEAD - 6}" y2="${bottom}" stroke="${MEDIAN}" stroke-dasharray="4 3"/>`
}${bars}</g>
`;
}

function drawBar(project: ComparedProject, y: number, left: number, scale: (fen: number) => number): Markup {
  const { region, year, project: name, amountFen, counted } = project;
  const fen = amountFen ?? 0;
  const place = `${region ?? '地区未定'} ${year ?? ''}`.trim();
  const label = fitText(`${place} ${name}`, LABEL_WIDTH);
  const length = Math.max(1, scale(fen));
  const baseline = y + BAR - 4;
  return html`<g><title>${place} ${name} ${showWan(fen)} 万元</title><text x="${left - 8}" y="${baseline}" text-anchor="end">${label}</text><rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="${BAR}" fill="${counted ? BLUE : PALE}"/><text x="${(left + length + 6).toFixed(1)}" y="${baseline}" fill="#444" stroke="#fff" stroke-width="4" paint-order="stroke">${showWan(fen)}</text></g>
`;
}
