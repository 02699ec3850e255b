import type { Track, TrackedYear } from '../../model/track.js';
import { PROJECT_MARK_TITLES } from '../../model/track.js';
import { type Bar, type BarGroup, barPicture } from '../compare/bar-picture.js';

/** Money of each project over the years as an SVG: promised, and spent in a pale bar below. A region: none, its table says more. */
export function trackPicture(track: Track): string {
  const title = track.kind === 'region' ? track.title : `${track.region ?? ''}${track.department}`;
  return barPicture({
    summary: `${title}：承诺与执行`,
    title: `${title}：承诺与执行`,
    note: '横条为万元：深色为目标表承诺的（有调整的为调整后），浅色为自评的执行数。',
    groups: track.kind === 'region' ? [] : track.projects.map(groupOf).filter(({ bars }) => bars.length > 0),
    empty: track.kind === 'region' ? '图按部门画；请同时给出部门' : '没有公开金额',
  });
}

const groupOf = ({ name, years }: { name: string | null; years: readonly TrackedYear[] }): BarGroup => ({
  name: name ?? '整个部门',
  bars: years.flatMap(barsOf),
});

function barsOf(year: TrackedYear): Bar[] {
  const promised = year.adjustedFen ?? year.promisedFen;
  const marks = year.marks.map((mark) => PROJECT_MARK_TITLES[mark]).join('；');
  return [
    ...(promised === null
      ? []
      : [{ label: `${year.year} 承诺${marks === '' ? '' : `（${marks}）`}`, fen: promised }]),
    ...(year.spentFen === null ? [] : [{ label: `${year.year} 执行`, fen: year.spentFen, isPale: true }]),
  ];
}
