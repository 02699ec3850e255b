import { textOrder } from '../../../model/text-order.js';
import { GOAL_NAMES, placedGoals } from '../../subjects/project-mentions.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import { findSharedText, type SharedText } from '../../texts/shared-text/find-shared-text.js';
import { linkedGroups } from '../../texts/shared-text/linked-groups.js';
import { placeOfSpan, quoteSpan, showScore } from '../../texts/shared-text/quote-span.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineStoreRule, type StoreRecord } from '../rule.js';

interface GoalRecord {
  text: string;
  /** 铁路护路经费 年度绩效目标 */
  label: string;
  /** Name of the region. */
  region: string;
  project: { name: string; code: string | null } | null;
  operand: OperandDraft;
}

const GOAL =
  '组织辖区的社区、企事业单位积极开展社会治安综合治理和平安创建活动，使治安秩序良好，群众有安全感，社会保持稳定。';

export const textCopiedAcrossRegions = defineStoreRule<GoalRecord>({
  id: 'text-copied-across-regions',
  version: 1,
  title: '绩效目标与另一个地区的相同',
  severity: 'note',
  tolerance: 'none',
  authority: guidance('绩效目标应当结合本部门、本地区的实际情况设定', '财预〔2015〕88号'),
  formula:
    '目标（40 字以上）有 80% 以上见于另一个地区的目标，且连续相同 15 字以上；见于 8 个以上地区的视为上级统一的表述',
  why: '目标抄自别的地区，就不是按本地的情况设定的；上级统一拟定的目标属正常。',
  messages: {
    copied: '{label}有{score}与{region}{department}（{year}年）“{other}”的相同：“{span}”，待核实。',
  },
  *collect(disclosure) {
    for (const record of goalsOf(disclosure)) {
      if (plainText(record.text).length >= SHORTEST) yield record;
    }
  },
  *check(records) {
    const sorted = [...records].sort((a, b) => textOrder(orderOf(a), orderOf(b)));
    const passages = sorted.map(({ subject, value }) => ({
      text: value.text,
      group: subject.region ?? subject.document,
    }));
    const shared = findSharedText(passages, { shortest: SHORTEST, least: LEAST });
    const strongest = strongestOf(shared);
    const earliest = new Set<number>();
    const setPhrases = new Set<number>();
    for (const group of linkedGroups(sorted.length, shared)) {
      const regions = new Set(group.map((index) => passages[index]?.group));
      if (regions.size >= SET_PHRASE) for (const index of group) setPhrases.add(index);
      else earliest.add(group[0] ?? 0);
    }
    for (const [index, record] of sorted.entries()) {
      const pair = earliest.has(index) ? undefined : strongest.get(index);
      const other = pair && sorted[pair.first === index ? pair.second : pair.first];
      const verdict = setPhrases.has(index)
        ? notApplicable('多个地区统一的表述')
        : pair && other
          ? report(record, other, pair, pair.first === index)
          : pass;
      yield { subject: record.subject, verdict };
    }
  },
  examples: {
    passes: [
      { title: '同一地区的两个部门', disclosures: [placed('990102', '一局'), placed('990102', '二局')] },
    ],
    reports: [
      {
        title: '另一个区的同一段目标',
        disclosures: [placed('990102', '一局'), placed('990103', '一局')],
        fields: ['goal:甲 年度绩效目标'],
      },
    ],
    notApplicable: [
      {
        title: '八个地区都这样写',
        disclosures: Array.from({ length: 8 }, (_, index) => placed(`99010${index + 1}`, '一局')),
      },
    ],
  },
});

const SHORTEST = 40;
const LEAST = 0.8;
/** A text of so many regions comes from above. */
const SET_PHRASE = 8;

function goalsOf(disclosure: DisclosureSubject): GoalRecord[] {
  const { projects, texts, region } = disclosure.disclosure;
  const place = region?.name ?? '';
  const ofProjects = projects.flatMap((project) => {
    const seen = new Set<string>();
    return placedGoals(project, disclosure).flatMap(({ goal, kind, reading }) => {
      const plain = plainText(goal.text);
      if (seen.has(plain)) return [];
      seen.add(plain);
      const label = `${project.name} ${GOAL_NAMES[kind]}`;
      return [
        {
          text: goal.text,
          label,
          region: place,
          project: { name: project.name, code: project.code },
          operand: { label, evidence: goal.evidence, form: reading },
        },
      ];
    });
  });
  const ofDepartment = texts.flatMap(({ kind, project, form, text, evidence }) => {
    const found = disclosure.forms.find((candidate) => candidate.form.index === form);
    if (kind !== 'overall-goal' || project !== null || !found) return [];
    const operand = { label: '部门总体目标', evidence, form: found.reading };
    return [{ text, label: '部门总体目标', region: place, project: null, operand }];
  });
  return [...ofProjects, ...ofDepartment];
}

/** By year, so that the earliest is the one the others may have copied. */
function orderOf({ subject, value }: StoreRecord<GoalRecord>): string {
  const { year, region, department, document, disclosure } = subject;
  return [year ?? '', region ?? '', department ?? '', document, disclosure, value.label].join('/');
}

/** Each passage's pair with the highest score. */
function strongestOf(shared: SharedText[]): Map<number, SharedText> {
  const strongest = new Map<number, SharedText>();
  for (const pair of shared) {
    for (const index of [pair.first, pair.second]) {
      if ((strongest.get(index)?.score ?? 0) < pair.score) strongest.set(index, pair);
    }
  }
  return strongest;
}

function report(
  { value }: StoreRecord<GoalRecord>,
  other: StoreRecord<GoalRecord>,
  { score, spans: [first, second] }: SharedText,
  isFirst: boolean,
): Verdict {
  const [span, otherSpan] = isFirst ? [first, second] : [second, first];
  const { department, year, document } = other.subject;
  const { operand, label, text, region } = other.value;
  return fail({
    field: `goal:${value.label}`,
    project: value.project,
    message: 'copied',
    parameters: {
      label: value.label,
      score: showScore(score),
      region,
      department: department ?? '',
      year: String(year ?? ''),
      other: label,
      span: quoteSpan(value.text, span),
    },
    reported: value.text.trim(),
    operands: [
      { ...value.operand, label: `${value.label}（${placeOfSpan(value.text, span)}相同）` },
      { ...operand, label: `${region} ${label}（${placeOfSpan(text, otherSpan)}相同）`, document },
    ],
  });
}

function placed(code: string, department: string) {
  return { region: { code, name: '某区' }, department, projects: [{ name: '甲', annualGoal: GOAL }] };
}
