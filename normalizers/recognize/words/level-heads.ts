import type { Cell } from '../../../src/model/grid.js';
import { compact } from './label-text.js';

const ORDINALS = ['一', '二', '三', '四'];
/** 一级指标 with the 一 lost or read as something else: what thin strokes come to in pictures. */
const LEVEL_HEAD = /^[^\p{Script=Han}]*([\p{Script=Han}]?)[^\p{Script=Han}]*(级指标(?:名称|内容)?)$/u;

const isNames = ({ text }: Cell): boolean => /^(?:绩效)?指标(?:内容|名称)$/u.test(compact(text));

/**
 * The heads of levels in one row of a table read from a picture, each with its ordinal: where one of them is read the places of the
 * others tell theirs (级指标 | 级指标 | 三级指标); where none is and the names of
 * indicators have a column of their own, or there are three, the first is 一级. Empty where that tells nothing, or they contradict
 * each other.
 */
export function levelHeads(row: readonly Cell[]): Map<Cell, string> {
  const heads = row
    .flatMap((cell) => {
      const [, ordinal = '', rest] = LEVEL_HEAD.exec(compact(cell.text)) ?? [];
      return rest === undefined ? [] : [{ cell, rest, place: ORDINALS.indexOf(ordinal) }];
    })
    .sort((a, b) => a.cell.column - b.cell.column);
  const known = heads.findIndex(({ place }) => place >= 0);
  const first = known < 0 ? 0 : (heads[known]?.place ?? 0) - known;
  const fits = heads.every(({ place }, i) => place < 0 || place === first + i);
  const areFirst = heads.length === 3 || (heads.length === 2 && row.some(isNames));
  if ((known < 0 && !areFirst) || !fits || first < 0 || first + heads.length > ORDINALS.length)
    return new Map();
  return new Map(
    heads.flatMap(({ cell, rest, place }, i) =>
      place < 0 ? [[cell, `${ORDINALS[first + i] ?? ''}${rest}`] as const] : [],
    ),
  );
}
