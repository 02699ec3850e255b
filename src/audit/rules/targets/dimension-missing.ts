import type { Indicator } from '../../../model/disclosure.js';
import type { FormEntry, FormSubject } from '../../subjects/subject.js';
import { hasUnreadRows } from '../../subjects/unread-rows.js';
import { fail, notApplicable, notEvaluated, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const dimensionMissing = defineFormRule({
  id: 'dimension-missing',
  version: 2,
  title: '没有产出指标或效益指标',
  severity: 'note',
  tolerance: 'none',
  forms: ['department', 'project', 'project-list'],
  authority: guidance(
    '绩效指标包括成本指标、产出指标、效益指标和满意度指标；地方的规定可能不同',
    '财预〔2021〕101号',
  ),
  formula: '三项以上指标中至少各有一项产出指标、效益指标',
  why: '只有产出看不到钱花得有没有用，只有效益看不到做了什么；满意度指标按规定可以不设，不在此列。',
  messages: { missing: '{count}项指标中没有{missing}（有{present}），待核实。' },
  *check(form) {
    let any = false;
    for (const entry of form.entries) {
      if (entry.indicators.length === 0) continue;
      any = true;
      yield isReadWhole(form) ? judge(entry) : notEvaluated('表没有读全');
    }
    if (!any) yield notApplicable('没有指标');
  },
  examples: {
    passes: [{ title: '有产出也有效益', disclosures: [levels('产出指标', '产出指标', '效益指标')] }],
    reports: [
      {
        title: '没有效益指标',
        disclosures: [levels('产出指标', '产出指标', '成本指标')],
        fields: ['dimension:效益指标'],
      },
    ],
    notApplicable: [{ title: '只有两项指标', disclosures: [levels('产出指标', '成本指标')] }],
  },
});

/** Every cell placed, every row fitting, nothing unread beside it. */
const isReadWhole = (form: FormSubject): boolean =>
  form.form.certainty.claimed === 1 && form.form.certainty.rowsThatFit === 1 && !hasUnreadRows(form);

/** A row with targets for the year and for the period is one indicator. */
function oncePerName(indicators: readonly Indicator[]): Indicator[] {
  const rows = new Map(
    indicators.map((indicator) => [`${indicator.evidence.name.place} ${indicator.name}`, indicator]),
  );
  return [...rows.values()];
}

const FEWEST = 3;
const REQUIRED = ['产出指标', '效益指标'];

function judge({ indicators: printed, project, reading }: FormEntry): Verdict {
  const indicators = oncePerName(printed);
  if (indicators.length < FEWEST) return notApplicable('指标不足三项');
  const present = [...new Set(indicators.flatMap(({ level1 }) => (level1 === null ? [] : [level1])))];
  if (indicators.some(({ level1 }) => level1 === null)) return notApplicable('指标没有分类，或分类没有读全');
  if (!REQUIRED.some((level) => present.includes(level))) return notApplicable('采用其他的指标框架');
  const missing = REQUIRED.filter((level) => !present.includes(level));
  if (missing.length === 0) return pass;
  return fail({
    field: `dimension:${missing.join('、')}`,
    project,
    message: 'missing',
    parameters: {
      count: String(indicators.length),
      missing: missing.join('、'),
      present: present.join('、'),
    },
    reported: present.join('、'),
    expected: REQUIRED.join('、'),
    operands: indicators.map(({ level1, name, evidence }) => ({
      label: `${level1 ?? ''} ${name}`,
      evidence: evidence.name,
      form: reading,
    })),
  });
}

function levels(...names: string[]) {
  const indicators = names.map(
    (level1, index): IndicatorSpec => ({
      level1,
      name: `${level1}之${'甲乙丙'[index]}`,
      target: '1次',
    }),
  );
  return { projects: [{ name: '甲', indicators }] };
}
