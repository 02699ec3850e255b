import { DiceCoefficient } from 'natural/lib/natural/distance/index.js';
import type { ProjectRow } from '../../model/comparison.js';
import { TEXT_KIND_TITLES } from '../../model/disclosure.js';
import type { TextRow, TrendChange } from '../../model/trend.js';
import { lettersAndDigits } from '../bigrams.js';
import { pairUp } from '../pair-up.js';
import { SETTINGS } from '../similar-settings.js';

type Change = Omit<TrendChange, 'yearBefore' | 'year'>;

/** The annual goal of a project, where it is last year's or another one. */
export function goalChange(before: ProjectRow, after: ProjectRow): Change[] {
  const [old, young] = [before.annualGoal, after.annualGoal];
  if (old === null || young === null) return [];
  const likeness = textLikeness(old, young);
  return [
    {
      ...textChange(likeness, young),
      project: after.project,
      name: '年度绩效目标',
      nameBefore: null,
      before: old,
      after: young,
      row: `p${after.id}`,
      place: after.place,
    },
  ];
}

/** Texts taken over from the year before. Duties (职责) stay what they are and are left out. */
export function textChanges(before: readonly TextRow[], after: readonly TextRow[]): Change[] {
  const goals = (rows: readonly TextRow[]): TextRow[] => rows.filter(({ kind }) => kind !== 'duties');
  const { pairs } = pairUp(goals(before), goals(after), (a, b) => {
    const likeness = a.kind === b.kind ? textLikeness(a.text, b.text) : 0;
    return { tie: likeness, same: isRecycled(likeness, b.text), score: likeness };
  });
  return pairs.map(({ before: old, after: young, tie }) => ({
    ...textChange(tie, young.text),
    project: null,
    name: young.heading ?? TEXTS[young.kind],
    nameBefore: null,
    before: old.text,
    after: young.text,
    row: null,
    place: young.place,
  }));
}

const TEXTS: Record<TextRow['kind'], string> = { ...TEXT_KIND_TITLES, measures: '保障措施' };

const textChange = (likeness: number, text: string) => ({
  of: 'text' as const,
  change: isRecycled(likeness, text) ? ('recycled' as const) : ('changed' as const),
  differenceFen: null,
  likeness: Math.round(likeness * 100) / 100,
});

const isRecycled = (likeness: number, text: string): boolean =>
  likeness >= SETTINGS.recycledText && lettersAndDigits(text).length >= SETTINGS.recycledLength;

/** Years and other figures are what a copied text changes: they do not count. */
const textLikeness = (a: string, b: string): number => {
  const [left, right] = [a, b].map((text) => lettersAndDigits(text).replace(/\p{N}/gu, ''));
  if (left === right) return 1;
  return left && right ? DiceCoefficient(left, right) : 0;
};
