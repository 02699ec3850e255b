import type { Evidence } from '../../../model/disclosure.js';
import { isGrid } from '../../../model/grid.js';
import { isFigure, totalRow } from '../../subjects/scores.js';
import type { FormEntry, FormSubject } from '../../subjects/subject.js';
import { type GradeRange, gradeAt, gradeOf, NATIONAL_SCALE, ratingScale } from '../../texts/rating-scale.js';
import { fail, notApplicable, notEvaluated, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const ratingDiffersFromScore = defineFormRule({
  id: 'rating-differs-from-score',
  version: 2,
  title: '自评等级与总分不合',
  severity: 'warning',
  tolerance: 'T0',
  forms: ['project-self-evaluation', 'department-self-evaluation', 'evaluation-report'],
  authority: guidance(
    '90（含）—100分为优，80（含）—90分为良，60（含）—80分为中，60分以下为差',
    '财预〔2020〕10号',
  ),
  formula: '等级 = 总分（百分制）所在的档',
  why: '等级用于公开和下年预算安排，与总分不合说明有一个填错；各地另订分档的以其分档为准。',
  messages: {
    own: '总分{score}，等级印为“{grade}”，按所印分档应为“{expected}”，待核实。',
    national: '总分{score}，等级印为“{grade}”，按全国办法的分档为“{expected}”，本地另有分档的除外，待核实。',
  },
  *check(form) {
    const graded = form.entries.flatMap((entry) => {
      const rating = ratingIn(entry);
      return rating ? [{ entry, rating }] : [];
    });
    if (graded.length === 0) return yield notApplicable('没有等级');
    const scale = printedScale(form);
    for (const { entry, rating } of graded) yield judge(entry, rating, scale);
  },
  examples: {
    passes: [
      { title: '92 分为优', disclosures: [rated('92', '优')] },
      { title: '恰为 80 分，良', disclosures: [rated('80', '□优 ☑良 □中 □差')] },
      { title: '满分 50 得 46，折合 92 分', disclosures: [rated('46', '优秀', '50')] },
    ],
    reports: [
      { title: '78 分评为优', disclosures: [rated('78', '优')], fields: ['score.grade'] },
      { title: '95 分评为中', disclosures: [rated('95', '中')], fields: ['score.grade'] },
    ],
    notApplicable: [{ title: '没有等级', disclosures: [rated('92', '')] }],
  },
});

interface Rating {
  printed: string;
  evidence: Evidence;
}

function ratingIn({ scoreTotals }: FormEntry): Rating | null {
  for (const { grade, evidence } of scoreTotals) {
    if (grade && evidence.grade) return { printed: grade, evidence: evidence.grade };
  }
  return null;
}

interface PrintedScale {
  ranges: GradeRange[];
  evidence: Evidence;
}

/** The scale in the form's own cells, else in the text of the document. */
function printedScale({ form, disclosure: { document } }: FormSubject): PrintedScale | null {
  for (const block of form.blocks) {
    const grid = document.blocks[block];
    if (!grid || !isGrid(grid)) continue;
    for (const [cell, { text, place }] of grid.cells.entries()) {
      const ranges = ratingScale(text);
      if (ranges) return { ranges, evidence: { place, quote: text, block, cell } };
    }
  }
  for (const [index, block] of document.blocks.entries()) {
    if (isGrid(block) || block.furniture) continue;
    const ranges = ratingScale(block.text);
    if (ranges)
      return { ranges, evidence: { place: block.place, quote: block.text, block: index, cell: null } };
  }
  return null;
}

function judge(entry: FormEntry, rating: Rating, scale: PrintedScale | null): Verdict {
  const grade = gradeOf(rating.printed);
  if (!grade) return notEvaluated('等级没有选定');
  const total = totalRow(entry);
  const cell = total?.evidence.score;
  if (!total || !cell || !isFigure(total.score)) return notApplicable('没有总分');
  const mark = isFigure(total.weight) ? Number(total.weight) : 100;
  if (mark === 0 || Number(total.score) > mark) return notEvaluated('总分高于满分');
  const score = (Number(total.score) / mark) * 100;
  const expected = gradeAt(score, scale?.ranges ?? NATIONAL_SCALE);
  if (!expected) return notEvaluated('总分不在所印的档内');
  if (expected === grade) return pass;
  return (scale ? fail : review)({
    field: 'score.grade',
    project: entry.project,
    message: scale ? 'own' : 'national',
    parameters: { score: mark === 100 ? total.score : `${total.score}（满分${mark}）`, grade, expected },
    reported: grade,
    expected,
    operands: [
      { label: '总分', evidence: cell, form: entry.reading },
      { label: '等级', evidence: rating.evidence, form: entry.reading },
      ...(scale ? [{ label: '分档', evidence: scale.evidence, form: entry.reading }] : []),
    ],
  });
}

function rated(score: string, grade: string, weight = '100'): DisclosureSpec {
  const scoreTotal = { weight, score, ...(grade ? { grade } : {}) };
  return { projects: [{ name: '甲', kind: 'project-self-evaluation', scoreTotal }] };
}
