import type { Project } from '../../../model/disclosure.js';
import {
  type ComparedGoal,
  type CopiedGoal,
  comparedGoals,
  copiedGoals,
  spanIn,
} from '../../subjects/copied-goals.js';
import { type IndicatorSet, indicatorSets } from '../../subjects/indicator-sets.js';
import { listed, targetOperand } from '../../subjects/indicators.js';
import { areOneUndertaking } from '../../subjects/one-undertaking.js';
import { isOneProject } from '../../subjects/same-project.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { linkedGroups } from '../../texts/shared-text/linked-groups.js';
import { placeOfSpan, quoteSpan, showScore } from '../../texts/shared-text/quote-span.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

const PATROL = '组织辖区的社区、企事业单位积极开展社会治安综合治理和平安创建活动，使治安秩序良好。';

export const textCopiedBetweenProjects = defineDocumentRule({
  id: 'text-copied-between-projects',
  version: 3,
  title: '项目的目标或指标抄自另一个项目或部门职责',
  severity: 'note',
  tolerance: 'none',
  authority: guidance('绩效目标应当与项目的资金用途相对应', '财预〔2015〕88号'),
  formula:
    '两个项目的目标（20 字以上）中，较短的一个有 80% 以上见于另一个或部门职责，且连续相同 15 字以上；或四项以上非成本指标及指标值逐字相同',
  why: '不同项目用同一句目标，或以部门职责代替项目目标，说不清这笔钱要做成什么；同一专项拆成几个项目的可以理解；同一项目的前后各年、各单位同名的日常运行经费不比。',
  messages: {
    goals:
      '{count}个项目的目标有大段相同（{names}；较短的一个有{score}见于别的，连续相同的一段：“{span}”），待核实。',
    duties: '“{name}”的目标有{score}与部门职责相同（“{span}”），待核实。',
    indicators: '{count}个项目的{indicators}项指标及指标值逐字相同（{names}），待核实。',
  },
  *check(disclosure) {
    if (disclosure.disclosure.projects.length === 0) return yield notApplicable('没有项目');
    const goals = comparedGoals(disclosure);
    const sets = indicatorSets(disclosure);
    if (goals.length + sets.length === 0) return yield notApplicable('没有可以比较的目标或指标');
    const copies = copiedGoals(goals, disclosure);
    const between = copies.filter(({ goals: [first, second] }) => first.project && second.project);
    const found = [
      ...linkedGroups(goals.length, between).map((group) =>
        reportGoals(
          group.flatMap((index) => goals[index] ?? []),
          between,
        ),
      ),
      ...copies.filter((copy) => !between.includes(copy)).flatMap(reportDuties),
      ...sets.flatMap((set) => reportSet(set, disclosure)),
    ];
    yield* found.length > 0 ? found : [pass];
  },
  examples: {
    passes: [
      {
        title: '同一项目的前后两年',
        disclosures: [
          { projects: [aiming('2025-2026年运维', PATROL), aiming('2026年～2027年运维', PATROL)] },
          { projects: [withSet('2024年度设备维保'), withSet('2025年度设备维保')] },
        ],
      },
      {
        title: '目标不同',
        disclosures: [
          {
            projects: [
              aiming('甲', '开展普法宣传，使社区居民普遍知晓新颁布的各项法律。'),
              aiming('乙', PATROL),
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '目标相同',
        disclosures: [{ projects: [aiming('甲', PATROL), aiming('乙', `根据文件精神，${PATROL}`)] }],
        fields: ['goals:乙、甲'],
      },
      {
        title: '抄自部门职责',
        disclosures: [
          { departmentForm: { duties: `一、${PATROL}二、承办其他事项。` }, projects: [aiming('甲', PATROL)] },
        ],
        fields: ['goals:甲/职责'],
      },
      {
        title: '指标相同',
        disclosures: [{ projects: [withSet('甲'), withSet('乙')] }],
        fields: ['indicators:乙、甲'],
      },
    ],
    notApplicable: [{ title: '没有目标和指标', disclosures: [{ projects: [{ name: '甲', amount: '10' }] }] }],
  },
});

function reportGoals(members: ComparedGoal[], copies: CopiedGoal[]): Verdict {
  const own = copies.filter(({ goals: [first] }) => members.includes(first));
  const score = Math.max(...own.map((copy) => copy.score));
  const names = namesOf(members.map(({ project }) => project));
  const [first] = members;
  const span = first && spanIn(first, own);
  return fail({
    field: `goals:${names.join('、')}`,
    project: null,
    message: 'goals',
    parameters: {
      count: String(new Set(members.map(({ project }) => project)).size),
      names: listed(names),
      score: showScore(score),
      span: first && span ? quoteSpan(first.text, span) : '',
    },
    reported: first?.text.trim(),
    operands: members.map((goal) => placed(goal, own)),
  });
}

function reportDuties(copy: CopiedGoal): Verdict[] {
  const own = copy.goals.find(({ project }) => project !== null);
  const span = own && spanIn(own, [copy]);
  if (!own?.project || !span) return [];
  return [
    fail({
      field: `goals:${own.project.name}/职责`,
      project: own.project,
      message: 'duties',
      parameters: {
        name: own.project.name,
        score: showScore(copy.score),
        span: quoteSpan(own.text, span),
      },
      reported: own.text.trim(),
      operands: copy.goals.map((goal) => placed(goal, [copy])),
    }),
  ];
}

/** The cell of a goal, with where the words in common stand in it. */
function placed(goal: ComparedGoal, copies: CopiedGoal[]): OperandDraft {
  const span = spanIn(goal, copies);
  const { label } = goal.operand;
  return { ...goal.operand, label: span ? `${label}（${placeOfSpan(goal.text, span)}相同）` : label };
}

/** Sorted, so that the order of the forms does not matter. */
const namesOf = (projects: (Project | null)[]): string[] =>
  [...new Set(projects.flatMap((project) => (project ? [project.name] : [])))].sort();

function reportSet({ entries, size }: IndicatorSet, disclosure: DisclosureSubject): Verdict[] {
  const named = [...new Set(entries.flatMap(({ project }) => project ?? []))];
  const projects = named.filter(
    (project, index) =>
      !named
        .slice(0, index)
        .some((other) => isOneProject(other, project, disclosure) || areOneUndertaking(other, project)),
  );
  if (projects.length < 2) return [];
  const names = namesOf(projects);
  return [
    fail({
      field: `indicators:${names.join('、')}`,
      project: null,
      message: 'indicators',
      parameters: { count: String(projects.length), indicators: String(size), names: listed(names) },
      reported: String(size),
      operands: entries.flatMap((entry) =>
        entry.indicators.map((indicator) => ({
          ...targetOperand(entry, indicator),
          label: `${entry.project?.name ?? ''} ${indicator.name}`,
        })),
      ),
    }),
  ];
}

function aiming(name: string, annualGoal: string) {
  return { name, annualGoal };
}

function withSet(name: string) {
  const indicators = ['巡逻', '走访', '宣传', '调解'].map((level2) => ({
    level1: '产出指标',
    name: `${level2}次数`,
    target: '12次',
  }));
  return { name, indicators };
}
