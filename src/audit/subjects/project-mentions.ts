import type { Printed, Project, ProjectMention } from '../../model/disclosure.js';
import type { FormReading } from '../verdicts/form-reading.js';
import { oncePer } from './once-per.js';
import type { DisclosureSubject, FormSubject } from './subject.js';

/** A mention of a project with the form it stands in. */
export interface PlacedMention {
  mention: ProjectMention;
  reading: FormReading;
  /** 汇总表, 项目表 or 项目清单. */
  where: string;
}

const WHERE: Record<ProjectMention['role'], string> = {
  'summary-row': '汇总表',
  form: '项目表',
  list: '项目清单',
};

/** A project's mentions in forms that are no blank templates, in reading order. */
export function placedMentions({ mentions }: Project, disclosure: DisclosureSubject): PlacedMention[] {
  const forms = formsByIndex(disclosure);
  return mentions.flatMap((mention) => {
    const form = forms.get(mention.form);
    return form ? [{ mention, reading: form.reading, where: WHERE[mention.role] }] : [];
  });
}

/** The forms that are no blank templates, by their index in the document. */
export const formsByIndex = oncePer(
  ({ forms }: DisclosureSubject): Map<number, FormSubject> =>
    new Map(forms.map((form) => [form.form.index, form])),
);

/** A goal printed for a project. */
export interface PlacedGoal extends PlacedMention {
  kind: 'annual' | 'period';
  goal: Printed;
}

export const GOAL_NAMES: Record<PlacedGoal['kind'], string> = {
  annual: '年度绩效目标',
  period: '实施期绩效目标',
};

/** Every goal printed for the project, one cell once. */
export const placedGoals = (project: Project, disclosure: DisclosureSubject): PlacedGoal[] =>
  goalsByProject(disclosure).get(project) ?? [];

const goalsByProject = oncePer(
  (disclosure: DisclosureSubject): Map<Project, PlacedGoal[]> =>
    new Map(disclosure.disclosure.projects.map((project) => [project, goalsOf(project, disclosure)])),
);

function goalsOf(project: Project, disclosure: DisclosureSubject): PlacedGoal[] {
  const seen = new Set<string>();
  return placedMentions(project, disclosure).flatMap((placed) =>
    (['annual', 'period'] as const).flatMap((kind) => {
      const goal = kind === 'annual' ? placed.mention.annualGoal : placed.mention.periodGoal;
      if (!goal || goal.text.trim() === '') return [];
      const key = `${kind}|${goal.evidence.block}|${goal.evidence.cell}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ ...placed, kind, goal }];
    }),
  );
}
