import type { TextKind } from '../../../src/model/disclosure.js';
import { type Block, isGrid, type Paragraph } from '../../../src/model/grid.js';
import { append } from '../../append.js';
import { emptyForm, type NarrativeItem, type RecognizedForm } from '../form/form.js';
import { compact } from '../words/label-text.js';
import { isBroken } from './is-broken.js';

const SECTIONS: readonly [RegExp, TextKind][] = [
  [/^[一二三四五六七八九十]+、(部门)?(总体|整体)绩效目标$/, 'overall-goal'],
  [/^[一二三四五六七八九十]+、分项绩效目标$/, 'sub-goal'],
  [/^[一二三四五六七八九十]+、.{0,20}(保障措施|工作措施)$/, 'measures'],
  [/^[一二三四五六七八九十]+、(部门)?(主要)?职责(概述)?$/, 'duties'],
];

const ITEM = /^[（(]([一二三四五六七八九十]+)[）)]\s*(.{1,40})$/;
const LABELLED = /^(职责描述|绩效目标|工作任务)[：:]\s*/;

/**
 * 绩效文本 (seen: 河北): headings 总体绩效目标, 分项绩效目标 (each with 职责描述 and 绩效目标), 保障措施, in paragraphs before the
 * forms. Null when the document has no heading 总体绩效目标.
 */
export function recognizeNarrative(blocks: readonly Block[]): RecognizedForm | null {
  const start = blocks.findIndex((b) => !isGrid(b) && SECTIONS[0]?.[0].test(compact(b.text)));
  if (start < 0) return null;
  const items: NarrativeItem[] = [];
  let kind: TextKind | null = null;
  let heading: string | null = null;
  for (let i = start; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block || isGrid(block) || endsNarrative(block)) break;
    if (block.furniture) continue;
    const section = SECTIONS.find(([pattern]) => pattern.test(compact(block.text)));
    if (section) {
      kind = section[1];
      heading = null;
    } else if (kind) heading = readParagraph(items, block, i, kind, heading);
  }
  if (items.length === 0) return null;
  const form = emptyForm(titleBefore(blocks, start));
  append(form.narrative, items);
  return form;
}

const endsNarrative = (block: Paragraph): boolean => /^第[二三四五六七八九十]+部分/.test(compact(block.text));

/** Adds one paragraph to the items; returns the heading that holds for the next. */
function readParagraph(
  items: NarrativeItem[],
  paragraph: Paragraph,
  block: number,
  kind: TextKind,
  heading: string | null,
): string | null {
  const text = paragraph.text.trim();
  if (kind === 'sub-goal') {
    const item = ITEM.exec(text);
    if (item) return (item[2] ?? '').trim();
    const labelled = LABELLED.exec(text);
    if (labelled) {
      const of: TextKind = labelled[1] === '职责描述' ? 'duties' : 'sub-goal';
      items.push({ kind: of, heading, text: text.slice(labelled[0].length), block, paragraph });
      return heading;
    }
  }
  const last = items.at(-1);
  if (
    last &&
    last.heading === heading &&
    isBroken(last.text) &&
    (last.kind === kind || kind === 'sub-goal')
  ) {
    last.text += text;
  } else items.push({ kind, heading, text, block, paragraph });
  return heading;
}

function titleBefore(blocks: readonly Block[], start: number): RecognizedForm['title'] {
  for (let i = 0; i < start; i++) {
    const block = blocks[i];
    if (
      block &&
      !isGrid(block) &&
      /绩效(文本|目标)/.test(compact(block.text)) &&
      compact(block.text).length < 40
    ) {
      return { text: block.text, at: { block: i, paragraph: block } };
    }
  }
  return null;
}
