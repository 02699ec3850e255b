import { GOAL_NAMES, type PlacedGoal, placedGoals } from '../../subjects/project-mentions.js';
import { showDifferingPart } from '../../texts/differing-part.js';
import { plainText } from '../../texts/plain-text.js';
import { similarity } from '../../texts/similarity.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const goalDiffers = defineDocumentRule({
  id: 'goal-differs',
  version: 1,
  title: '汇总表与项目表的绩效目标不同',
  severity: 'note',
  tolerance: 'none',
  authority: guidance('同一项目在同一套预算表中的绩效目标应当一致'),
  formula: '汇总表中的年度（实施期）绩效目标 = 项目表中的年度（实施期）绩效目标（不计标点）',
  why: '两处目标不同，考核时不知以哪一处为准；汇总表只摘录大意的，差别通常不要紧。',
  messages: { differs: '{where}的{kinds}不同（{differences}），待核实。' },
  *check(disclosure) {
    let compared = false;
    for (const project of disclosure.disclosure.projects) {
      const goals = placedGoals(project, disclosure);
      const pairs = (['annual', 'period'] as const).flatMap((kind) => pairOf(goals, kind));
      if (pairs.length === 0) continue;
      compared = true;
      const differing = pairs.filter(([a, b]) => plainText(a.goal.text) !== plainText(b.goal.text));
      yield differing.length === 0 ? pass : report(project, differing);
    }
    if (!compared) yield notApplicable('没有在两处印有绩效目标的项目');
  },
  examples: {
    passes: [{ title: '只差一个句号', disclosures: [twice('确保铁路安全运行。', '确保铁路安全运行')] }],
    reports: [
      {
        title: '“发展”与“稳定”',
        disclosures: [twice('促进社会和谐发展。', '促进社会和谐稳定。')],
        fields: ['project.goals'],
      },
    ],
    notApplicable: [
      {
        title: '汇总表没有目标',
        disclosures: [{ projects: [{ name: '甲', annualGoal: '促进社会和谐稳定。' }] }],
      },
    ],
  },
});

type Pair = [PlacedGoal, PlacedGoal];

/** The goal of the first place and of another kind of place. */
function pairOf(goals: PlacedGoal[], kind: PlacedGoal['kind']): Pair[] {
  const ofKind = goals.filter((goal) => goal.kind === kind);
  const [first] = ofKind;
  const other = ofKind.find(({ mention }) => mention.role !== first?.mention.role);
  return first && other ? [[first, other]] : [];
}

function report(project: PlacedProject, pairs: Pair[]): Verdict {
  const [[first, second]] = pairs as [Pair];
  return fail({
    field: 'project.goals',
    project,
    message: 'differs',
    parameters: {
      where: `${first.where}与${second.where}`,
      kinds: pairs.map(([goal]) => GOAL_NAMES[goal.kind]).join('、'),
      differences: [...new Set(pairs.map(describe))].join('；'),
    },
    reported: second.goal.text,
    expected: first.goal.text,
    operands: pairs.flat().map(({ where, kind, goal, reading }) => ({
      label: `${where} ${GOAL_NAMES[kind]}`,
      evidence: goal.evidence,
      form: reading,
    })),
  });
}

type PlacedProject = { name: string; code: string | null };

/** Texts this alike differ by words that can be shown; others are quoted whole. */
const ALIKE = 0.6;

function describe([first, second]: Pair): string {
  const [a = '', b = ''] = [first.goal.text, second.goal.text].map(unmarked);
  const share = similarity(a, b);
  if (share >= ALIKE) return `不同处：${showDifferingPart(a, b)}，相似度${share.toFixed(2)}`;
  return `“${first.goal.text.trim()}”与“${second.goal.text.trim()}”`;
}

/** One mark for all that divide a sentence, none at its end. */
const unmarked = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[、,;]/g, '，')
    .replace(/[\p{P}]+$/u, '');

function twice(summary: string, form: string) {
  return {
    summary: { rows: [{ name: '甲', amount: '10', annualGoal: summary }] },
    projects: [{ name: '甲', amount: '10', annualGoal: form }],
  };
}
