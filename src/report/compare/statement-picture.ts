import { STAGE_TITLES } from '../../model/facts/stages.js';
import type { ComparedStatement, StatementComparison } from '../../model/statement-comparison.js';
import { type Bar, barPicture } from './bar-picture.js';

/** The first line of statements of one kind as an SVG: a group for each year and stage, the largest first. */
export function statementPicture({ title, lines, rows }: StatementComparison): string {
  const line = lines[0]?.title ?? '';
  const editions = [...new Set(rows.map(editionOf))];
  const groups = editions
    .sort()
    .reverse()
    .map((name) => ({ name, bars: barsOf(rows.filter((row) => editionOf(row) === name)) }))
    .filter(({ bars }) => bars.length > 0);
  return barPicture({
    summary: `${title}：各地${line}`,
    title: `${title}：各地${line}比较`,
    note: `横条为${line}（万元），同一年度、阶段的由大到小；没有印出的不画。`,
    groups,
    empty: '没有公开金额',
  });
}

const editionOf = ({ year, stage }: ComparedStatement): string =>
  `${year === null ? '年度未定' : `${year} 年`}${STAGE_TITLES[stage]}`;

const barsOf = (rows: readonly ComparedStatement[]): Bar[] =>
  rows
    .flatMap(({ figures: [total], region, departmentKey, department }) =>
      total
        ? [{ label: `${region ?? '地区未定'} ${departmentKey ?? department ?? '部门未定'}`, fen: total.fen }]
        : [],
    )
    .sort((a, b) => b.fen - a.fen);
