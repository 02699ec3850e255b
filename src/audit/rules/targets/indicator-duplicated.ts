import type { Indicator } from '../../../model/disclosure.js';
import { INDICATOR_FORMS } from '../../subjects/indicators.js';
import type { FormEntry } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const indicatorDuplicated = defineFormRule({
  id: 'indicator-duplicated',
  version: 1,
  title: '同一张表中指标重复',
  severity: 'note',
  tolerance: 'none',
  forms: INDICATOR_FORMS,
  authority: guidance('绩效指标应当突出重点、系统全面、互不重复', '财预〔2020〕10号'),
  formula: '同一项目的指标名称各不相同',
  why: '同一句话列作两项以上的指标，实际考核的内容比看上去的少；一个名称跨行合并的不算重复。',
  messages: {
    same: '“{name}”在同一张表中列了{count}次（{levels}），指标值相同（“{targets}”），待核实。',
    differs: '“{name}”在同一张表中列了{count}次（{levels}），指标值不同（{targets}），待核实。',
  },
  *check(form) {
    let any = false;
    for (const entry of form.entries) {
      const groups = groupsOf(entry.indicators);
      if (groups.length > 0) any = true;
      for (const group of groups) yield judge(entry, group);
    }
    if (!any) yield notApplicable('没有指标');
  },
  examples: {
    passes: [{ title: '名称不同', disclosures: [listing('知晓率', '参与率')] }],
    reports: [
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
