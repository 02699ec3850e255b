import type { Indicator } from '../../../model/disclosure.js';
import { listed } from '../../subjects/indicators.js';
import { oncePer } from '../../subjects/once-per.js';
import type { DisclosureSubject, FormEntry, FormSubject } from '../../subjects/subject.js';
import { hasUnreadRows } from '../../subjects/unread-rows.js';
import { fail, notApplicable, notEvaluated, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const dimensionMissing = defineFormRule({
  id: 'dimension-missing',
  version: 4,
  title: '缺一类指标',
  severity: 'note',
  tolerance: 'none',
  forms: ['department', 'project', 'project-list'],
  authority: guidance(
    '绩效指标包括成本指标、产出指标、效益指标和满意度指标；地方的规定可能不同',
    '财预〔2021〕101号',
  ),
  formula:
    '三项以上指标中至少各有一项产出指标、效益指标；同一份公开的其他项目大多有成本、满意度指标的，这一项目也有',
  why: '只有产出看不到钱花得有没有用，只有效益看不到做了什么；满意度、成本指标不是每个项目都要设，只与同一份公开的其他项目比。',
  messages: {
    few: '只有{count}项指标（{names}），没有{missing}，待核实。',
    unlike: '{cases}，同一份公开的其他项目大多有，待核实。',
    missing: '{count}项指标中没有{missing}（有{present}），待核实。',
  },
  *check(form) {
    let any = false;
    yield* unlikeOthers(form);
    for (const entry of form.entries) {
      if (entry.indicators.length === 0) continue;
      any = true;
      yield isReadWhole(form) ? judge(entry) : notEvaluated('表没有读全');
    }
    if (!any) yield notApplicable('没有指标');
  },
  examples: {
    passes: [
      {
        title: '同别的项目一样',
        disclosures: [beside(['产出指标', '效益指标', '满意度指标'])],
      },
      {
        title: '满意度列在别的分类下',
        disclosures: [beside(['产出指标', '产出指标', '效益指标'], '家长满意率')],
      },
      { title: '有产出也有效益', disclosures: [levels('产出指标', '产出指标', '效益指标')] },
    ],
    reports: [
      {
        title: '没有效益指标',
        disclosures: [levels('产出指标', '产出指标', '成本指标')],
        fields: ['dimension:效益指标'],
      },
      {
        title: '别的项目都有满意度指标',
        disclosures: [beside(['产出指标', '产出指标', '效益指标'])],
        fields: ['dimension/others'],
      },
      { title: '只有一项指标', disclosures: [beside(['产出指标'])], fields: ['dimension/few'] },
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

/** What a form may do without, unless the others have it. */
const OPTIONAL = ['成本指标', '满意度指标'];
/** Fewer other projects tell nothing. */
const FEWEST_OTHERS = 4;
/** Share of the other projects that have it. */
const MOST = 0.75;

const levelsOf = oncePer(
  ({ indicators }: FormEntry): ReadonlySet<string> =>
    new Set(indicators.flatMap(({ level1 }) => (level1 === null ? [] : [level1]))),
);

/** The projects with indicators of a disclosure. */
const projectsOf = oncePer((disclosure: DisclosureSubject): FormEntry[] =>
  disclosure.forms
    .flatMap(({ entries }) => entries)
    .filter(({ project, indicators }) => project !== null && indicators.length > 0),
);

/** Projects of the form that lack what most others of the document have. */
function* unlikeOthers(form: FormSubject): Iterable<Verdict> {
  const all = projectsOf(form.disclosure);
  if (all.length <= FEWEST_OTHERS || !isReadWhole(form)) return;
  const common = (level: string): boolean =>
    (all.filter((entry) => levelsOf(entry).has(level)).length - 1) / (all.length - 1) >= MOST;
  const framed = all.filter((entry) => levelsOf(entry).has('产出指标') && levelsOf(entry).has('效益指标'));
  const usual = OPTIONAL.filter(common);
  const own = form.entries.filter((entry) => all.includes(entry));
  const lacking = own.flatMap((entry) => {
    const missing = usual.filter((level) => !levelsOf(entry).has(level) && !isUnderAnother(entry, level));
    return oncePerName(entry.indicators).length >= FEWEST && missing.length > 0 ? [{ entry, missing }] : [];
  });
  if (lacking.length > 0) yield unlike(form, lacking);
  if (framed.length / all.length < MOST) return;
  for (const entry of own) {
    const indicators = oncePerName(entry.indicators);
    if (indicators.length < FEWEST && levelsOf(entry).size === 1) yield few(entry, indicators);
  }
}

/** What belongs there stands under another dimension: misplaced, or its label was not read. */
const isUnderAnother = ({ indicators }: FormEntry, level: string): boolean =>
  indicators.some(({ name, parsed }) =>
    level === '成本指标' ? parsed.kind === 'money' || parsed.kind === 'price' : /满意/.test(name),
  );

const unlike = (form: FormSubject, lacking: { entry: FormEntry; missing: string[] }[]): Verdict =>
  fail({
    field: 'dimension/others',
    project: lacking.length === 1 ? (lacking[0]?.entry.project ?? null) : null,
    message: 'unlike',
    parameters: {
      cases: listed(
        lacking.map(({ entry, missing }) => `“${entry.project?.name ?? ''}”没有${missing.join('、')}`),
      ),
    },
    expected: OPTIONAL.join('、'),
    operands: lacking.flatMap(({ entry: { indicators } }) =>
      indicators.slice(0, 1).map(({ name, evidence }) => ({
        label: `指标 ${name}`,
        evidence: evidence.name,
        form: form.reading,
      })),
    ),
  });

const few = (entry: FormEntry, indicators: Indicator[]): Verdict => {
  const { project, reading } = entry;
  return fail({
    field: 'dimension/few',
    project,
    severity: 'warning',
    message: 'few',
    parameters: {
      count: String(indicators.length),
      names: indicators.map(({ name }) => `“${name}”`).join('、'),
      missing: REQUIRED.filter((level) => !levelsOf(entry).has(level)).join('、'),
    },
    reported: String(indicators.length),
    operands: indicators.map(({ name, evidence }) => ({
      label: `指标 ${name}`,
      evidence: evidence.name,
      form: reading,
    })),
  });
};

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

/** One project with these dimensions beside five with all. */
function beside(own: string[], firstName?: string) {
  const [first] = levels(...own).projects;
  const [renamed] = first?.indicators ?? [];
  if (renamed && firstName) renamed.name = firstName;
  const others = ['乙', '丙', '丁', '戊', '己'].flatMap((name) =>
    levels('产出指标', '效益指标', '满意度指标').projects.map((project) => ({ ...project, name })),
  );
  return { projects: [...(first ? [first] : []), ...others] };
}
