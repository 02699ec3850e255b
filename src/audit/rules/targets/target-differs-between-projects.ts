import { listed, targetOperand } from '../../subjects/indicators.js';
import { type NamedTarget, namedTargets } from '../../subjects/named-targets.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec, ProjectSpec, TargetSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const targetDiffersBetweenProjects = defineDocumentRule({
  id: 'target-differs-between-projects',
  version: 2,
  title: '同一指标在不同项目中的指标值不同',
  severity: 'warning',
  tolerance: 'T0',
  authority: guidance('同一部门同一年度的同一结果只有一个目标值'),
  formula:
    '名称相同、说的是同一结果（效益）的指标，各项目的指标值相同；相差恰为一千倍、一万倍的视为单位有误，名称首尾相同的姊妹指标也是',
  why: '同一部门对同一件事定了几个目标，不知以哪一个为准；各区、各单位各有目标的属正常，及时率、满意度一类通用指标不比。',
  messages: {
    differs: '“{name}”在不同项目中不同：{cases}，待核实。',
    sister:
      '“{name}”为{printed}，名称相近的“{other}”为{otherPrinted}，数字相同而差一万倍，单位可能有误，待核实。',
    slip: '“{name}”在不同项目中相差{times}倍：{cases}，单位可能有误，待核实。',
  },
  *check(disclosure) {
    const groups = [...groupsOf(disclosure).values()].filter((group) => projectsIn(group) > 1);
    for (const group of groups) yield judge(group);
    const slipped = [...sisterSlips(disclosure)];
    yield* slipped;
    if (groups.length + slipped.length === 0) yield notApplicable('没有几个项目共有的指标');
  },
  examples: {
    passes: [
      {
        title: '相同',
        disclosures: [listing(['集中供水水质达标率', '95', '%'], ['集中供水水质达标率', '95', '%'])],
      },
    ],
    reports: [
      {
        title: '同一结果两个目标',
        disclosures: [listing(['集中供水水质达标率', '95', '%'], ['集中供水水质达标率', '100', '%'])],
        fields: ['indicator:集中供水水质达标率'],
      },
      {
        title: '500 条与 500 万条',
        disclosures: [listing(['门户网站信息发布量', '500', '条'], ['门户网站信息发布量', '5000000', '条'])],
        fields: ['indicator:门户网站信息发布量'],
      },
      {
        title: '姊妹指标 300 条与 300 万条',
        disclosures: [
          listing(['门户网站稿件撰写编辑工作量', '300', '条'], ['门户网站信息发布编辑工作量', '300', '万条']),
        ],
        fields: ['indicator:门户网站信息发布编辑工作量/sister'],
      },
    ],
    notApplicable: [
      {
        title: '满意度各定各的',
        disclosures: [listing(['服务对象满意度', '90', '%'], ['服务对象满意度', '95', '%'])],
      },
      {
        title: '数量各算各的',
        disclosures: [listing(['发放宣传资料份数', '90', '份'], ['发放宣传资料份数', '95', '份'])],
      },
    ],
  },
});

/** Named by what any project has: each sets its own. */
const COMMON =
  /满意|及时|完成|执行|验收|支付|发放|拨付|控制|覆盖|通过|合格|准确|响应|参与|知晓|正常|保障率|到位|合规|解决|处理|故障|培训|增长率|达成|采购|实施|成本|周期|时间|年限|期限/;
/** Outcomes of a place are few and have long names. */
const SHORTEST = 6;

function groupsOf({ forms }: DisclosureSubject): Map<string, NamedTarget[]> {
  const groups = new Map<string, NamedTarget[]>();
  const entries = forms.flatMap((form) => form.entries).filter(({ project }) => project !== null);
  for (const target of entries.flatMap(namedTargets)) {
    const { indicator, key, unit } = target;
    if (indicator.horizon !== 'annual' || unit === '' || key.length < SHORTEST) continue;
    const id = `${key}|${unit}`;
    const group = groups.get(id);
    if (group) group.push(target);
    else groups.set(id, [target]);
  }
  return groups;
}

const projectsIn = (group: NamedTarget[]): number =>
  isComparable(group) ? new Set(group.map(({ entry }) => entry.project)).size : 0;

/** Rates and concentrations of one place, or figures a round power apart. */
const isComparable = (group: NamedTarget[]): boolean => slipOf(group) !== null || group.every(isOutcome);

const isOutcome = ({ key, unit, indicator: { level1 } }: NamedTarget): boolean =>
  /微克|毫克|分贝/.test(unit) || (unit === '%' && level1 === '效益指标' && !COMMON.test(key));

const SLIPS = [10_000, 1_000];

function slipOf(group: NamedTarget[]): number | null {
  const values = [...new Set(group.map(({ value }) => value.toFixed()))].map(Number).sort((a, b) => a - b);
  const [low, high, more] = values;
  if (low === undefined || high === undefined || more !== undefined || low < 10) return null;
  return SLIPS.find((times) => low * times === high) ?? null;
}

/** Round figures of less than this are alike by chance. */
const LEAST_PRINTED = 100;
const SISTERS = { head: 2, tail: 4 };

/** The same figure, once in 万, of two indicators whose names begin and end alike; each name once. */
function* sisterSlips({ forms }: DisclosureSubject): Iterable<Verdict> {
  const byFigure = new Map<string, NamedTarget[]>();
  for (const target of forms.flatMap(({ entries }) => entries).flatMap(namedTargets)) {
    const { value, unit } = target.indicator.parsed;
    if (target.indicator.horizon !== 'annual' || !value || Number(value) < LEAST_PRINTED || !unit) continue;
    const id = `${value}|${unit.replace(/^万/, '')}`;
    const known = byFigure.get(id);
    if (known) known.push(target);
    else byFigure.set(id, [target]);
  }
  const told = new Set<string>();
  for (const targets of byFigure.values()) {
    const large = targets.filter(isInTenThousands);
    const small = targets.filter((target) => !isInTenThousands(target));
    for (const target of small.length === 0 ? [] : large) {
      const sister = small.find((other) => areSisters(target.name, other.name));
      const name = unbracketed(target.name);
      if (!sister || told.has(name)) continue;
      told.add(name);
      yield sisterSlip(target, sister);
    }
  }
}

const isInTenThousands = ({ indicator: { parsed } }: NamedTarget): boolean =>
  parsed.unit?.startsWith('万') === true;

const unbracketed = (name: string): string => plainText(name.normalize('NFKC').replace(/\([^()]*\)/g, ''));

function areSisters(a: string, b: string): boolean {
  const [one, other] = [unbracketed(a), unbracketed(b)];
  if (one === other || one.slice(0, SISTERS.head) !== other.slice(0, SISTERS.head)) return false;
  return one.slice(-SISTERS.tail) === other.slice(-SISTERS.tail);
}

const sisterSlip = (target: NamedTarget, sister: NamedTarget): Verdict =>
  review({
    field: `indicator:${target.name}/sister`,
    project: target.entry.project,
    message: 'sister',
    parameters: {
      name: target.name,
      printed: target.printed,
      other: sister.name,
      otherPrinted: sister.printed,
    },
    reported: target.printed,
    expected: sister.printed,
    operands: [target, sister].map(({ entry, indicator }) => ({
      ...targetOperand(entry, indicator),
      label: `${entry.project?.name ?? '部门'} ${indicator.name}`,
    })),
  });

function judge(group: NamedTarget[]): Verdict {
  const [first] = group;
  const distinct = new Map(group.map((target) => [target.value.toFixed(), target]));
  if (!first || distinct.size < 2) return pass;
  const times = slipOf(group);
  return fail({
    field: `indicator:${first.name}`,
    project: null,
    message: times === null ? 'differs' : 'slip',
    ...(times === null ? { severity: 'note' as const } : {}),
    parameters: {
      name: first.name,
      ...(times === null ? {} : { times: String(times) }),
      cases: listed(
        [...distinct.values()].map(
          ({ entry, printed }) => `“${entry.project?.name ?? '部门'}”为“${printed}”`,
        ),
      ),
    },
    reported: [...distinct.values()].map(({ printed }) => printed).join('、'),
    operands: [...distinct.values()].map(({ entry, indicator }) => ({
      ...targetOperand(entry, indicator),
      label: `${entry.project?.name ?? '部门'} ${indicator.name}`,
    })),
  });
}

function listing(...rows: [name: string, value: string, unit: string][]): { projects: ProjectSpec[] } {
  return {
    projects: rows.map(([name, value, unit], index) => {
      const base = unit.replace(/^万/, '');
      const quantity = base === unit ? value : `${value}0000`;
      const parsed: TargetSpec = [unit === '%' ? 'percent' : 'number', '>=', value, unit, quantity, base];
      const indicator: IndicatorSpec = {
        level1: '效益指标',
        level2: '社会效益指标',
        name,
        target: `≥${value}${unit}`,
        parsed,
      };
      return { name: `项目${index}`, indicators: [indicator] };
    }),
  };
}
