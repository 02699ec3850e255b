import type { Project } from '../../model/disclosure.js';
import { plainText } from '../texts/plain-text.js';
import { findSharedText, type Passage, type SharedText } from '../texts/shared-text/find-shared-text.js';
import type { Span } from '../texts/shared-text/plain-passage.js';
import type { OperandDraft } from '../verdicts/operand.js';
import { areOneUndertaking } from './one-undertaking.js';
import { placedGoals } from './project-mentions.js';
import { isOneProject } from './same-project.js';
import type { DisclosureSubject } from './subject.js';

/** A project's goal, or (project null) what the department prints as its duties. */
export interface ComparedGoal extends Passage {
  project: Project | null;
  operand: OperandDraft;
}

/** Two texts with words in common. */
export interface CopiedGoal extends SharedText {
  goals: [ComparedGoal, ComparedGoal];
}

/** Shorter goals (in characters) are set phrases. */
const SHORTEST = 20;
/** Share of the shorter text that has to stand in the other. */
const LEAST = 0.8;

/** Each project's goals, equal ones once, and the department's duties behind them. */
export function comparedGoals(disclosure: DisclosureSubject): ComparedGoal[] {
  const goals = disclosure.disclosure.projects.flatMap((project) => {
    const seen = new Set<string>();
    return placedGoals(project, disclosure).flatMap(({ goal, reading }) => {
      const plain = plainText(goal.text);
      if (plain.length < SHORTEST || seen.has(plain)) return [];
      seen.add(plain);
      const operand = { label: `${project.name} 目标`, evidence: goal.evidence, form: reading };
      return [{ text: goal.text, group: `project ${project.id}`, project, operand }];
    });
  });
  return goals.length === 0 ? [] : [...goals, ...dutiesOf(disclosure)];
}

function dutiesOf({ disclosure, forms }: DisclosureSubject): ComparedGoal[] {
  return disclosure.texts.flatMap(({ kind, form, text, evidence, heading }) => {
    const found = kind === 'duties' && forms.find((candidate) => candidate.form.index === form);
    if (!found) return [];
    const operand = { label: `职责${heading ? `（${heading.trim()}）` : ''}`, evidence, form: found.reading };
    return [{ text, group: 'duties', project: null, operand }];
  });
}

/** Pairs of goals, or of a goal and duties, that are the same for the most part; stages of one undertaking are left out. */
export function copiedGoals(goals: ComparedGoal[], disclosure: DisclosureSubject): CopiedGoal[] {
  return findSharedText(goals, { shortest: SHORTEST, least: LEAST }).flatMap((shared) => {
    const [first, second] = [goals[shared.first], goals[shared.second]];
    if (!first || !second || areOne(first, second, disclosure)) return [];
    return [{ ...shared, goals: [first, second] as [ComparedGoal, ComparedGoal] }];
  });
}

const areOne = (a: ComparedGoal, b: ComparedGoal, disclosure: DisclosureSubject): boolean =>
  a.project !== null &&
  b.project !== null &&
  (isOneProject(a.project, b.project, disclosure) || areOneUndertaking(a.project, b.project));

/** The stretch a goal has in common with another one, the longest where there are several. */
export function spanIn(goal: ComparedGoal, copies: CopiedGoal[]): Span | undefined {
  return copies
    .flatMap(({ goals: [first, second], spans }) =>
      first === goal ? [spans[0]] : second === goal ? [spans[1]] : [],
    )
    .reduce<Span | undefined>(
      (most, next) => (most && most[1] - most[0] >= next[1] - next[0] ? most : next),
      undefined,
    );
}
