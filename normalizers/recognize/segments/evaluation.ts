import { type Block, isGrid, type Paragraph } from '../../../src/model/grid.js';
import { parseConclusion } from '../../parse/evaluation/parse-conclusion.js';
import { type ReportSubject, reportSubject } from '../../parse/evaluation/report-subject.js';
import { type EvaluationRead, emptyForm, type RecognizedForm, type TextAt } from '../form/form.js';
import { isBroken } from './is-broken.js';

/** Lines of a cover on which the title of a report may stand, and how many of them it may fill. */
const COVER = 25;
const TITLE_LINES = 4;
const LONGEST_TITLE = 60;

/**
 * 绩效评价报告: a document in prose whose title says so, with its conclusion (评价得分为86.5分，评价等级为“良”). Null where the document is none, or
 * states no score.
 */
export function recognizeEvaluation(blocks: readonly Block[]): RecognizedForm | null {
  const lines = blocks.flatMap((block, index): Line[] =>
    isGrid(block) || block.furniture || block.text.trim() === '' ? [] : [{ block: index, paragraph: block }],
  );
  const titled = titleAmong(lines.slice(0, COVER));
  if (titled === null) return null;
  const concluded = conclusionAmong(lines);
  if (concluded === null) return null;
  const form = emptyForm(titled.title);
  form.captions.push(
    ...lines
      .slice(0, COVER)
      .map(textAt)
      .filter(({ text }) => /[:：]/.test(text)),
  );
  form.evaluation = { ...titled.subject, ...concluded };
  return form;
}

interface Line {
  block: number;
  paragraph: Paragraph;
}

const textAt = ({ block, paragraph }: Line): TextAt => ({ text: paragraph.text, at: { block, paragraph } });

/** The title, which a cover may print over several lines: 青河县教育局 | 学前教育资助项目 | 绩效评价报告. */
function titleAmong(lines: readonly Line[]): { title: TextAt; subject: ReportSubject } | null {
  for (const [end, line] of lines.entries()) {
    if (reportSubject(line.paragraph.text) === null) continue;
    for (let count = 1; count <= TITLE_LINES && count <= end + 1; count++) {
      const over = lines.slice(end + 1 - count, end + 1);
      const text = over.map(({ paragraph }) => paragraph.text.trim()).join('');
      if (text.length > LONGEST_TITLE) break;
      const subject = reportSubject(text);
      const [first] = over;
      if (!first || !subject) break;
      const isWhole = /整体/.test(text);
      if (subject.project !== null || isWhole) return { title: { ...textAt(first), text }, subject };
    }
  }
  return null;
}

type Concluded = Omit<EvaluationRead, keyof ReportSubject>;

/** The first paragraph that states score and grade, else the first that states a score. A paragraph cut in two by a page is read as one. */
function conclusionAmong(lines: readonly Line[]): Concluded | null {
  let scored: Concluded | null = null;
  for (const [i, line] of lines.entries()) {
    const { text } = line.paragraph;
    if (!/[得评总]分|分值|分数|结果/.test(text)) continue;
    const next = isBroken(text) ? (lines[i + 1]?.paragraph.text ?? '') : '';
    const found = parseConclusion(text + next);
    if (!found) continue;
    const concluded = { ...found, at: textAt(line) };
    if (found.grade !== null) return concluded;
    scored ??= concluded;
  }
  return scored;
}
