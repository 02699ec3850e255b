import {
  type Disclosure,
  type Evidence,
  type Project,
  TEXT_KIND_TITLES,
  type TextKind,
} from '../../model/disclosure.js';
import { oncePer } from './once-per.js';
import { GOAL_NAMES } from './project-mentions.js';
import type { FormEntry, FormSubject } from './subject.js';

/** A stretch of text a form prints. */
export interface FormText {
  kind: 'goal' | 'purpose' | TextKind | 'name' | 'target' | 'description' | 'calculation';
  /** What it is, in words: `年度绩效目标`. */
  label: string;
  text: string;
  evidence: Evidence;
  /** Of a name: the indicator's target, by which the same indicator is known elsewhere. */
  target?: string;
}

/** What a form prints in words about one project, or (null) about the department. */
export interface TextGroup {
  project: Project | null;
  texts: FormText[];
}

const TEXT_NAMES: Record<TextKind, string> = { ...TEXT_KIND_TITLES, duties: '职责' };

/** The texts of a form by project; one cell once. */
export const textsOf = oncePer((form: FormSubject): TextGroup[] => {
  const entriesOf = new Map<Project | null, FormEntry[]>();
  for (const entry of form.entries) {
    const known = entriesOf.get(entry.project);
    if (known) known.push(entry);
    else entriesOf.set(entry.project, [entry]);
  }
  const sections = form.disclosure.disclosure.texts.filter((text) => text.form === form.form.index);
  return [...new Set([...entriesOf.keys(), null])].flatMap((project) => {
    const entries = entriesOf.get(project) ?? [];
    const texts = distinct([...entries.flatMap(entryTexts), ...sectionsOf(sections, project)]);
    return texts.length === 0 ? [] : [{ project, texts }];
  });
});

const entryTexts = (entry: FormEntry): FormText[] => [
  ...goalsOf(entry),
  ...indicatorTextsOf(entry),
  ...calculationsOf(entry),
];

function goalsOf({ mention, project, reading }: FormEntry): FormText[] {
  const found: FormText[] = [];
  if (mention?.annualGoal) found.push({ kind: 'goal', label: GOAL_NAMES.annual, ...mention.annualGoal });
  if (mention?.periodGoal) found.push({ kind: 'goal', label: GOAL_NAMES.period, ...mention.periodGoal });
  const purpose = project?.evidence.purpose;
  if (project?.purpose && purpose && reading.form.blocks.includes(purpose.block)) {
    found.push({ kind: 'purpose', label: '资金用途', text: project.purpose, evidence: purpose });
  }
  return found;
}

/** Goals and duties told in sentences. */
const sectionsOf = (sections: Disclosure['texts'], project: Project | null): FormText[] =>
  sections
    .filter((text) => text.project === (project?.id ?? null))
    .map(({ kind, heading, text, evidence }) => ({
      kind,
      label: heading ? `${TEXT_NAMES[kind]}（${heading.trim()}）` : TEXT_NAMES[kind],
      text,
      evidence,
    }));

const indicatorTextsOf = ({ indicators }: FormEntry): FormText[] =>
  indicators.flatMap(({ name, target, description, evidence }): FormText[] => [
    { kind: 'name', label: '指标名称', text: name, evidence: evidence.name, target: target ?? '' },
    ...part('target', `指标值（${name}）`, target, evidence.target),
    ...part('description', `指标描述（${name}）`, description, evidence.description),
  ]);

const calculationsOf = ({ costs }: FormEntry): FormText[] =>
  costs.flatMap(({ calculation, item, evidence }) =>
    part('calculation', `${item ?? '支出明细'} 测算依据`, calculation, evidence.calculation),
  );

const part = (
  kind: FormText['kind'],
  label: string,
  text: string | null,
  evidence: Evidence | undefined,
): FormText[] => (text && evidence ? [{ kind, label, text, evidence }] : []);

function distinct(texts: FormText[]): FormText[] {
  const seen = new Set<string>();
  return texts.filter(({ kind, text, evidence }) => {
    const key = `${kind}|${evidence.block}|${evidence.place}|${text}`;
    return !seen.has(key) && seen.add(key);
  });
}
