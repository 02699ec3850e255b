import type { Project } from '../../model/disclosure.js';
import { listed } from '../indicators.js';
import { plainText } from '../plain-text.js';
import { placedGoals } from '../project-mentions.js';
import { defineRule } from '../rule.js';
import { findSharedText, type Passage, type SharedText } from '../shared-text/find-shared-text.js';
import { linkedGroups } from '../shared-text/linked-groups.js';
import { plainPassage, printedSpan } from '../shared-text/plain-passage.js';
import type { DisclosureSubject, FormEntry } from '../subject.js';
import { fail, notApplicable, type OperandDraft, pass, type Verdict } from '../verdict.js';

const PATROL = '组织辖区的社区、企事业单位积极开展社会治安综合治理和平安创建活动，使治安秩序良好。';

export const textCopiedBetweenProjects = defineRule({
  id: 'text-copied-between-projects',
  version: 1,
  title: '项目的目标或指标抄自另一个项目或部门职责',
  severity: 'note',
  tolerance: 'none',
  scope: 'document',
  authority: {
    kind: 'guidance',
    source: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：绩效目标应当与项目的资金用途相对应',
  },
  formula:
    '两个项目的目标（20 字以上）中，较短的一个有 80% 以上见于另一个或部门职责，且连续相同 15 字以上；或四项以上非成本指标及指标值逐字相同',
  why: '不同项目用同一句目标，或以部门职责代替项目目标，说不清这笔钱要做成什么；同一专项拆成几个项目的可以理解。',
  messages: {
    goals:
      '{count}个项目的目标相同或大部分相同（{names}；重合度{score}，连续相同的一段：“{span}”），待核实。',
    duties: '“{name}”的目标有{score}与部门职责相同（“{span}”），待核实。',
    indicators: '{count}个项目的{indicators}项指标及指标值逐字相同（{names}），待核实。',
  },
  *check(disclosure) {
    if (disclosure.disclosure.projects.length === 0) return yield notApplicable('没有项目');
    const goals = goalsOf(disclosure);
    const duties = dutiesOf(disclosure);
    const sets = indicatorSets(disclosure);
    const found = [...judgeGoals([...goals, ...duties]), ...sets.flatMap(judgeSet)];
    if (goals.length + sets.length === 0) return yield notApplicable('没有可以比较的目标或指标');
    yield* found.length > 0 ? found : [pass];
  },
  examples: {
    passes: [
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

const SHORTEST = 20;
const LEAST = 0.8;
const FEWEST = 4;

interface Goal extends Passage {
  /** Null: duties of the department. */
  project: Project | null;
  operand: OperandDraft;
}

/** Each project's goals, equal ones once. */
function goalsOf(disclosure: DisclosureSubject): Goal[] {
  return disclosure.disclosure.projects.flatMap((project) => {
    const seen = new Set<string>();
    return placedGoals(project, disclosure).flatMap(({ goal, reading }) => {
      const plain = plainText(goal.text);
      if (plain.length < SHORTEST || seen.has(plain)) return [];
      seen.add(plain);
      const operand = { label: `${project.name} 目标`, evidence: goal.evidence, form: reading };
      return [{ text: goal.text, group: `project ${project.id}`, project, operand }];
    });
  });
}

function dutiesOf({ disclosure, forms }: DisclosureSubject): Goal[] {
  return disclosure.texts.flatMap(({ kind, form, text, evidence, heading }) => {
    const found = kind === 'duties' && forms.find((candidate) => candidate.form.index === form);
    if (!found) return [];
    const operand = { label: `职责${heading ? `（${heading.trim()}）` : ''}`, evidence, form: found.reading };
    return [{ text, group: 'duties', project: null, operand }];
  });
}

function judgeGoals(goals: Goal[]): Verdict[] {
  const shared = findSharedText(goals, { shortest: SHORTEST, least: LEAST });
  const isOf = ({ first, second }: SharedText): boolean =>
    goals[first]?.project !== null && goals[second]?.project !== null;
  const between = shared.filter((pair) => isOf(pair) && !areStages(goals[pair.first], goals[pair.second]));
  const groups = linkedGroups(goals.length, between);
  return [
    ...groups.map((group) => reportGroup(goals, group, between)),
    ...shared.filter((pair) => !isOf(pair)).flatMap((pair) => reportDuties(goals, pair)),
  ];
}

/** 2025-2026年运维 and 2026-2027年运维 are one undertaking; the same name twice are two. */
function areStages(a: Goal | undefined, b: Goal | undefined): boolean {
  const [left = '', right = ''] = [a, b].map((goal) => plainText(goal?.project?.name ?? ''));
  return left !== right && left.replace(/\d/g, '') === right.replace(/\d/g, '');
}

function reportGroup(goals: Goal[], group: number[], shared: SharedText[]): Verdict {
  const members = group.flatMap((index) => goals[index] ?? []);
  const pairs = shared.filter(({ first }) => group.includes(first));
  const [strongest] = [...pairs].sort((a, b) => b.score - a.score);
  const names = namesOf(members.map(({ project }) => project));
  const projects = new Set(members.map(({ project }) => project));
  return fail({
    field: `goals:${names.join('、')}`,
    project: null,
    message: 'goals',
    parameters: {
      count: String(projects.size),
      names: listed(names),
      score: percent(strongest?.score ?? 1),
      span: strongest ? spanOf(goals, strongest) : '',
    },
    reported: members[0]?.text.trim(),
    operands: members.map(({ operand }) => operand),
  });
}

function reportDuties(goals: Goal[], pair: SharedText): Verdict[] {
  const members = [goals[pair.first], goals[pair.second]].flatMap((goal) => goal ?? []);
  const own = members.find(({ project }) => project !== null);
  if (!own?.project) return [];
  return [
    fail({
      field: `goals:${own.project.name}/职责`,
      project: own.project,
      message: 'duties',
      parameters: { name: own.project.name, score: percent(pair.score), span: spanOf(goals, pair) },
      reported: own.text.trim(),
      operands: members.map(({ operand }) => operand),
    }),
  ];
}

const percent = (score: number): string => `${Math.round(score * 100)}%`;

const MOST_SHOWN = 60;

/** The stretch in common as the first passage prints it. */
function spanOf(goals: Goal[], { first, spans: [span] }: SharedText): string {
  const text = goals[first]?.text ?? '';
  const printed = printedSpan(text, plainPassage(text), span).replace(/\s+/g, '');
  return printed.length > MOST_SHOWN ? `${printed.slice(0, MOST_SHOWN)}…` : printed;
}

/** Sorted, so that the order of the forms does not matter. */
const namesOf = (projects: (Project | null)[]): string[] =>
  [...new Set(projects.flatMap((project) => (project ? [project.name] : [])))].sort();

interface IndicatorSet {
  entries: FormEntry[];
  size: number;
}

/** Entries of different projects by their indicators and targets, cost left out; one group for each set. */
function indicatorSets({ forms }: DisclosureSubject): IndicatorSet[] {
  const groups = new Map<string, IndicatorSet>();
  for (const entry of forms.flatMap((form) => form.entries)) {
    const keys = new Set(
      entry.indicators
        .filter(({ level1 }) => level1 !== '成本指标')
        .map(({ name, target }) => `${plainText(name)}|${plainText(target ?? '')}`),
    );
    if (entry.project === null || keys.size < FEWEST) continue;
    const key = [...keys].sort().join('\n');
    const group = groups.get(key);
    if (group) group.entries.push(entry);
    else groups.set(key, { entries: [entry], size: keys.size });
  }
  return [...groups.values()];
}

function judgeSet({ entries, size }: IndicatorSet): Verdict[] {
  const projects = [...new Set(entries.map(({ project }) => project))];
  if (projects.length < 2) return [];
  const names = namesOf(projects);
  return [
    fail({
      field: `indicators:${names.join('、')}`,
      project: null,
      message: 'indicators',
      parameters: { count: String(projects.length), indicators: String(size), names: listed(names) },
      reported: String(size),
      operands: entries.flatMap(({ indicators, project, reading }) =>
        indicators.map(({ name, evidence }) => ({
          label: `${project?.name ?? ''} ${name}`,
          evidence: evidence.target ?? evidence.name,
          form: reading,
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
