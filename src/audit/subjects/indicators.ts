import type { Evidence, Indicator } from '../../model/disclosure.js';
import type { FormKind } from '../../model/facts/form-kinds.js';
import type { Target } from '../../model/target.js';
import type { OperandDraft } from '../verdicts/operand.js';
import { type FindingDraft, notApplicable, type Verdict } from '../verdicts/verdict.js';
import { oncePer } from './once-per.js';
import type { FormEntry, FormSubject } from './subject.js';

/** Forms that list indicators with their targets. */
export const INDICATOR_FORMS: readonly FormKind[] = [
  'department',
  'project',
  'project-list',
  'project-self-evaluation',
  'department-self-evaluation',
];

const withIndicators = oncePer((form: FormSubject): FormEntry[] =>
  form.entries.filter(({ indicators }) => indicators.length > 0),
);

/** One answer for each project (or the department) that has indicators in the form. */
export function* judgeEntries(form: FormSubject, judge: (entry: FormEntry) => Verdict): Iterable<Verdict> {
  const entries = withIndicators(form);
  if (entries.length === 0) return yield notApplicable('没有指标');
  for (const entry of entries) yield judge(entry);
}

/** The values of a target: itself, or its parts where it has several. */
export const targetsOf = ({ parsed }: Indicator): Target[] =>
  parsed.kind === 'multi' ? (parsed.parts ?? []) : [parsed];

/** The cell of an indicator's target; of its name where the target is blank. */
export const targetOperand = (entry: FormEntry, { name, evidence }: Indicator): OperandDraft => ({
  label: `指标值 ${name}`,
  evidence: evidence.target ?? evidence.name,
  form: entry.reading,
});

export const nameOperand = (entry: FormEntry, { name, evidence }: Indicator): OperandDraft => ({
  label: `指标 ${name}`,
  evidence: evidence.name,
  form: entry.reading,
});

/** `“覆盖率”为“≥90”`, and of the whole period `“覆盖率”为“≥90”（实施期）`. */
export const quoteTarget = ({ name, target, horizon }: Indicator): string =>
  `“${name}”为“${(target ?? '').trim()}”${horizon === 'period' ? '（实施期）' : ''}`;

/** What an indicator's columns print of how it is scored (评分标准, 指标值设定依据, 指标解释), with their cells. */
export const scoringTexts = ({
  standard,
  targetBasis,
  description,
  evidence,
}: Indicator): { text: string; evidence: Evidence }[] =>
  (
    [
      [standard, evidence.standard],
      [targetBasis, evidence.targetBasis],
      [description, evidence.description],
    ] as const
  ).flatMap(([text, cell]) => (text !== null && cell ? [{ text, evidence: cell }] : []));

/** An indicator a rule points at, in one of a form's entries. */
export interface IndicatorCase {
  entry: FormEntry;
  indicator: Indicator;
}

export const casesOf = oncePer((form: FormSubject): IndicatorCase[] =>
  form.entries.flatMap((entry) => entry.indicators.map((indicator) => ({ entry, indicator }))),
);

/** An entry's indicators, those of one row once: the same name with the same target for the year and for the period. */
export const oncePerRow = oncePer(({ indicators }: FormEntry): Indicator[] => {
  const seen = new Set<string>();
  return indicators.filter(({ name, target, evidence }) => {
    const key = `${evidence.name.block}|${evidence.name.place}|${name}|${(target ?? '').trim()}`;
    return !seen.has(key) && seen.add(key);
  });
});

/** What a finding says about the cases of one form; the project is null where they are of several. */
export function describeCases(
  cases: IndicatorCase[],
  describe: (indicator: Indicator) => string = quoteTarget,
): Pick<FindingDraft, 'project' | 'reported' | 'operands'> & {
  parameters: { count: string; cases: string };
} {
  const byProject = new Map<FormEntry['project'], Set<string>>();
  for (const { entry, indicator } of cases) {
    const shown = byProject.get(entry.project) ?? new Set();
    byProject.set(entry.project, shown.add(describe(indicator)));
  }
  const [[project = null] = []] = byProject;
  const shown =
    byProject.size === 1
      ? [...byProject.values()].flatMap((texts) => [...texts])
      : [...byProject].map(([about, texts]) => `${about?.name ?? '部门'}：${[...texts].join('、')}`);
  return {
    project: byProject.size === 1 ? project : null,
    parameters: { count: String(rowsOf(cases)), cases: listed(shown, byProject.size === 1 ? '、' : '；') },
    reported: [...new Set(cases.map(({ indicator }) => (indicator.target ?? '').trim()))].join('、'),
    operands: cases.map(({ entry, indicator }) => targetOperand(entry, indicator)),
  };
}

/** A row with targets for the year and for the period is one indicator. */
const rowsOf = (cases: IndicatorCase[]): number =>
  new Set(cases.map(({ indicator }) => `${indicator.evidence.name.place} ${indicator.name}`)).size;

const MOST_LISTED = 8;

/** The first cases in words, and how many there are; all of them stand in the evidence. */
export const listed = (cases: string[], mark = '、'): string =>
  cases.length > MOST_LISTED
    ? `${cases.slice(0, MOST_LISTED).join(mark)}等${cases.length}处`
    : cases.join(mark);
