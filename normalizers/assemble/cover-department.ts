import { type Block, isGrid } from '../../src/model/grid.js';
import { parseDepartment } from '../parse/department/parse-department.js';
import type { TextAt } from '../recognize/form/form.js';
import { ORGANISATION } from '../recognize/tables/projects/agency-row.js';
import { compact } from '../recognize/words/label-text.js';

const MOST_LINES = 40;
/** Filled cells of a cover sheet. */
const MOST_CELLS = 12;

/**
 * The department that a document's cover names: a line of its own beside 部门预算 or a year (某局（本级） | 2026年度 | 单位预算), in one
 * line with them (某局2026年部门预算), or behind a label (编制单位：某局). Null where the first lines name none.
 */
export function coverDepartment(blocks: readonly Block[]): TextAt | null {
  const lines = coverLines(blocks);
  for (const [i, line] of lines.entries()) {
    const text = compact(line.text);
    const labelled = LABELLED.exec(text)?.[1];
    if (labelled && isOffice(labelled)) return { text: nameIn(labelled), at: line.at };
    const bare = text.replace(YEAR, '').replace(TAIL, '');
    if (!isOffice(bare)) continue;
    const beside = [lines[i - 1], lines[i + 1], lines[i + 2]].map((other) => compact(other?.text ?? ''));
    if (bare !== text || beside.some((other) => ANNOUNCES.test(other)))
      return { text: nameIn(bare), at: line.at };
  }
  return null;
}

const YEAR = /(19|20)\d\d年?度?|[〇○零一二三四五六七八九]{4}年度?/g;
const TAIL =
  /(部门|单位)?(整体)?(收支|支出|项目)*(预决算|预算|决算|绩效目标|绩效自评)(编制|批复|信息|公开|情况|说明|报告|文本|材料|表|及)*$/;
const ANNOUNCES =
  /^((19|20)\d\d年?度?|[〇○零一二三四五六七八九]{4}年度?)?(部门|单位)?(预决算|预算|决算)(信息|公开|编制|说明|报告|文本)*$|^(19|20)\d\d年?度?(部门|单位)/;
const LABELLED =
  /^(?:部门|单位|预算单位|预算部门|编制单位|编制部门|填报单位|公开单位|部门名称|单位名称|主管部门)(?:\([^()]*\))?[:：](.+)$/;

function isOffice(text: string): boolean {
  const name = parseDepartment(text)?.name ?? '';
  return (
    text.length >= 4 &&
    text.length <= 40 &&
    ORGANISATION.test(name) &&
    !/[，。；：:、_《》]|^(第|目录|附|关于|[一二三四五六七八九十]+[、.])/.test(text)
  );
}

/** 某局（本级）, 某局本级: the department itself. */
const nameIn = (text: string): string => text.replace(/\((本级|机关|汇总)\)$|(?<=.{4})(本级|机关本级)$/, '');

/** The first lines of the text and of small grids, up to the first table. */
export function coverLines(blocks: readonly Block[]): TextAt[] {
  const lines: TextAt[] = [];
  for (const [block, content] of blocks.entries()) {
    if (lines.length >= MOST_LINES) break;
    if (!isGrid(content)) {
      if (!content.furniture && content.text.trim() !== '')
        lines.push({ text: content.text, at: { block, paragraph: content } });
      continue;
    }
    const filled = content.cells.flatMap((cell, index) =>
      cell.text.trim() === '' ? [] : [{ block, index, cell }],
    );
    if (filled.length > MOST_CELLS) break;
    lines.push(...filled.map((at) => ({ text: at.cell.text, at })));
  }
  return lines;
}
