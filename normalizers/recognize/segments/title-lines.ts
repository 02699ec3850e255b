import { type Block, isGrid, type Paragraph } from '../../../src/model/grid.js';
import { isAnyTableTitle, isCaption, isNote, isTableMark, isTitle } from '../words/cell-kinds.js';
import { compact } from '../words/label-text.js';

const MOST_LINES = 3;

/**
 * The title whose last line is the paragraph at `index`, or the line above its year (（2026年度）); null where that line ends none.
 * A long title is printed on several lines, broken anywhere: 301_某局_场所综合修 | 缮改造项目绩效目标表, …智慧警务绩效 | 目标表.
 */
export function titleAt(blocks: readonly Block[], index: number): string | null {
  const last = blocks[index];
  if (!last || isGrid(last) || !/[表本书单]/.test(last.text)) return null;
  let text = last.text;
  let joined = text;
  let above = index;
  for (let lines = 1; lines < MOST_LINES; lines++) {
    above = lineAbove(blocks, above);
    const line = blocks[above];
    if (!line || isGrid(line) || standsAlone(line.text)) break;
    joined = `${line.text.trim()}${joined.trim()}`;
    if (isTitle(joined) && goesOn(line.text, last.text)) text = joined;
  }
  if (!isTitle(text) && !isAnyTableTitle(text)) return null;
  return withYearLine(text, blocks[index + 1]);
}

function lineAbove(blocks: readonly Block[], index: number): number {
  for (let i = index - 1; i >= 0; i--) {
    const block = blocks[i];
    if (!block || isGrid(block)) return -1;
    if (!block.furniture) return i;
  }
  return -1;
}

/** Length from which a line may have been cut because it was full. */
const LONG = 14;

/** Whether a title that ends with the line `last` can have begun with the line `first`. */
function goesOn(first: string, last: string): boolean {
  if (!isTitle(last) && /表(\(.*\))?$/.test(compact(last))) return true;
  const flat = compact(first);
  return (
    /^\d{3,9}[-_—]/.test(flat) ||
    /^[(]?\d{1,3}[.、)](?!\d)/.test(flat) ||
    /\([^)]*$/.test(flat) ||
    /^[的与及和、)》”]/.test(compact(last)) ||
    flat.length >= LONG ||
    (flat.length >= 4 && /^.{0,2}(项目|专项)?(支出)?(预算)?绩效/.test(compact(last)))
  );
}

/** Lines that say something of their own above a title: headings, captions, sentences, another title, a year, an office. */
function standsAlone(line: string): boolean {
  const flat = compact(line);
  return (
    flat.length < 3 ||
    isTitle(line) ||
    isAnyTableTitle(line) ||
    isCaption(line) ||
    isNote(line) ||
    isTableMark(line) ||
    /[。；！？:;!?.…]$|[。；]/.test(flat) ||
    /^(第[一二三四五六七八九十\d]+[部章节]|[(]?[一二三四五六七八九十]+[)、.]|附[件表]|目录)/.test(flat) ||
    /(情况|说明|公开|预算|决算|概况|职责|目录|附件|信息|报告|解释|部分|绩效目标|指标|年度?|单位|[(]本级[)])$/.test(
      flat,
    ) ||
    (flat.length < 24 && OFFICE.test(flat))
  );
}

const OFFICE = /^[^_]*(局|委|委员会|办公室|厅|院|中心|学校|大学|学院|政府|协会|联合会|公司)$/;

/** A title printed on two lines: the line below may hold its year only, as （2026年度）. */
function withYearLine(title: string, next: Block | undefined): string {
  const isYear = next?.kind === 'paragraph' && /^[（(]\s*\d{4}\s*年度?\s*[)）]$/.test(next.text.trim());
  return isYear ? `${title}${(next as Paragraph).text.trim()}` : title;
}
