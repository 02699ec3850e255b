import type { Indicator } from '../../../model/disclosure.js';
import type { TargetKind } from '../../../model/target.js';
import { INDICATOR_FORMS, quoteTarget, targetOperand } from '../../subjects/indicators.js';
import { nearKey } from '../../subjects/near-name.js';
import type { FormEntry } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import { fail, notApplicable, notEvaluated, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const indicatorDuplicated = defineFormRule({
  id: 'indicator-duplicated',
  version: 3,
  title: '同一张表中指标重复',
  severity: 'note',
  tolerance: 'none',
  forms: INDICATOR_FORMS,
  authority: guidance('绩效指标应当突出重点、系统全面、互不重复', '财预〔2020〕10号'),
  formula: '同一项目的指标名称各不相同，也不是换一种说法',
  why: '同一句话列作两项以上的指标，实际考核的内容比看上去的少；一个名称跨行合并的不算重复。',
  messages: {
    same: '“{name}”在同一张表中列了{count}次（{levels}），指标值相同（“{targets}”），待核实。',
    near: '{targets}，说法相近，指标值相同或相近，像是同一项指标列了两次，待核实。',
    differs: '“{name}”在同一张表中列了{count}次（{levels}），指标值不同（{targets}），待核实。',
  },
  *check(form) {
    let any = false;
    for (const entry of form.entries) {
      const groups = groupsOf(entry.indicators);
      if (groups.length > 0) any = true;
      for (const group of groups) {
        yield group.some(({ evidence }) => entry.reading.unseen.has(evidence.name.place))
          ? notEvaluated('名称在页面上没有显示完')
          : judge(
              entry,
              group.filter((indicator) => !isAnotherSide(indicator, group)),
            );
      }
      yield* nearPairs(entry).map((pair) => reportNear(entry, pair));
    }
    if (!any) yield notApplicable('没有指标');
  },
  examples: {
    passes: [
      { title: '名称不同', disclosures: [listing('知晓率', '参与率')] },
      { title: '并列的对象', disclosures: [listing('一级医院管理水平', '二级医院管理水平')] },
      { title: '线上与线下', disclosures: [listing('线上宣传活动', '线下宣传活动')] },
      {
        title: '同一事物的数量与成本',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                indicators: [
                  {
                    level1: '产出指标',
                    level2: '数量指标',
                    name: '冰箱',
                    target: '1台',
                    parsed: ['number', '=', '1', '台', '1', '台'],
                  },
                  {
                    level1: '成本指标',
                    name: '冰箱',
                    target: '1万元',
                    parsed: ['money', '=', '1', '万元', '10000', '元'],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '同一件事换了说法',
        disclosures: [listing('对提升营商环境产生的积极影响', '对优化营商环境的影响')],
        fields: ['indicator:对提升营商环境产生的积极影响/对优化营商环境的影响'],
      },
      { title: '同一名称列了两次', disclosures: [listing('知晓率', '知晓率')], fields: ['indicator:知晓率'] },
    ],
    notApplicable: [{ title: '没有指标', disclosures: [{ projects: [{ name: '甲', amount: '10' }] }] }],
  },
});

/** Indicators of one name, horizon and scope; one cell that spans several rows counts once. */
function groupsOf(indicators: Indicator[]): Indicator[][] {
  const groups = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    const { name, horizon, scope, evidence, parsed } = indicator;
    if (parsed.kind === 'none') continue;
    const key = `${plainText(name)}|${horizon}|${scope ?? ''}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    const { block, cell } = evidence.name;
    if (!group.some((other) => other.evidence.name.block === block && other.evidence.name.cell === cell)) {
      group.push(indicator);
    }
  }
  return [...groups.values()];
}

const MEASURED = new Set<TargetKind>([
  'number',
  'percent',
  'money',
  'price',
  'deadline',
  'period',
  'duration',
  'frequency',
]);

/** 冰箱 1台 and 冰箱 1万元: the same thing counted, costed or dated is no indicator twice. */
const isAnotherSide = (indicator: Indicator, group: Indicator[]): boolean =>
  group.every(
    (other) =>
      other === indicator ||
      (MEASURED.has(indicator.parsed.kind) &&
        MEASURED.has(other.parsed.kind) &&
        indicator.parsed.kind !== other.parsed.kind &&
        (indicator.level2 ?? indicator.level1) !== (other.level2 ?? other.level1)),
  );

function judge(entry: FormEntry, group: Indicator[]): Verdict {
  const [first, another] = group;
  if (!first || !another) return pass;
  const levels = group.map(({ level2, level1 }) => level2 ?? level1 ?? '未分类').join('、');
  const targets = [...new Set(group.map(({ target }) => (target ?? '').trim()))];
  const same = new Set(targets.map(plainText)).size === 1;
  return fail({
    field: `indicator:${first.name}`,
    project: entry.project,
    message: same ? 'same' : 'differs',
    parameters: {
      name: first.name,
      count: String(group.length),
      levels,
      targets: same ? (targets[0] ?? '') : targets.map((target) => `“${target}”`).join('、'),
    },
    reported: String(group.length),
    expected: '1',
    operands: group.map(({ level2, level1, evidence }) => ({
      label: level2 ?? level1 ?? '未分类',
      evidence: evidence.name,
      form: entry.reading,
    })),
  });
}

const UNMEASURED = new Set<TargetKind>(['text', 'level', 'echo']);

/** Two names that say the same in other words, with the same target, once; qualities only beside each other. */
function nearPairs({ indicators }: FormEntry): [Indicator, Indicator][] {
  const byKey = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    const near = nearKey(indicator.name);
    if (near === '') continue;
    const { horizon, scope, parsed, level2, target } = indicator;
    const value = UNMEASURED.has(parsed.kind)
      ? `${level2 ?? ''}|${parsed.scale ?? plainText(target ?? '')}`
      : `${parsed.kind}|${parsed.quantity ?? plainText(target ?? '')}|${parsed.measure ?? ''}`;
    const key = `${near}|${horizon}|${scope ?? ''}|${value}`;
    byKey.set(key, [...(byKey.get(key) ?? []), indicator]);
  }
  const pairs = new Map<string, [Indicator, Indicator]>();
  for (const group of byKey.values()) {
    const [first] = group;
    const other = group.find(({ name }) => first && plainText(name) !== plainText(first.name));
    if (first && other) pairs.set(`${first.name}|${other.name}`, [first, other]);
  }
  return [...pairs.values()];
}

const reportNear = (entry: FormEntry, pair: [Indicator, Indicator]): Verdict =>
  fail({
    field: `indicator:${pair.map(({ name }) => name).join('/')}`,
    project: entry.project,
    message: 'near',
    parameters: { targets: pair.map(quoteTarget).join('，') },
    reported: '2',
    expected: '1',
    operands: pair.map((indicator) => targetOperand(entry, indicator)),
  });

function listing(...names: string[]) {
  const indicators = names.map(
    (name): IndicatorSpec => ({
      level1: '效益指标',
      level2: '社会效益指标',
      name,
      target: '提升',
    }),
  );
  return { projects: [{ name: '甲', indicators }] };
}
