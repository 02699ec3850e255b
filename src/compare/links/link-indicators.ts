import type { CycleIndicator, IndicatorLink, LinkStep } from '../../model/cycle.js';
import { coreIndicator, kernelIndicator } from '../core-name.js';
import { likeness, type Profile, profile } from '../likeness.js';
import { nameWeights } from '../name-weights.js';
import { SETTINGS } from '../similar-settings.js';
import { shareCovered } from '../term-weights.js';
import { type LinkEvidence, linkPapers } from './link-papers.js';
import {
  areApart,
  INDICATOR_KINDS,
  isOneVague,
  isReordered,
  type NameFacts,
  nameFacts,
} from './name-facts.js';

interface Named {
  row: CycleIndicator;
  core: string;
  facts: NameFacts;
  profile: Profile;
}

const profiles = new Map<string, Omit<Named, 'row'>>();
/** Names are few and repeated; a store has millions of indicators. */
const MOST_PROFILES = 20_000;

function named(row: CycleIndicator): Named {
  const known = profiles.get(row.name);
  if (known) return { row, ...known };
  const core = coreIndicator(row.name);
  const made = {
    core,
    facts: nameFacts(row.name, INDICATOR_KINDS),
    profile: profile(core, kernelIndicator(core), null, nameWeights()),
  };
  if (profiles.size >= MOST_PROFILES) profiles.clear();
  profiles.set(row.name, made);
  return { row, ...made };
}

/** The indicators of one project (or of the whole department) in two papers, some in each: what became of every one. */
export function linkIndicators(
  before: readonly CycleIndicator[],
  after: readonly CycleIndicator[],
  step: LinkStep,
): IndicatorLink[] {
  const [old, young] = [before.map(named), after.map(named)];
  const weights = nameWeights();
  const linked = linkPapers<Named>({
    before: old,
    after: young,
    keysOf: ({ facts, core, row }) => [
      `name ${facts.text}`,
      `core ${row.level2} ${core}`,
      `letters ${[...facts.text].sort().join('')}`,
    ],
    isSameName: (a, b) => a.facts.text === b.facts.text,
    compare: evidenceOf,
    coverage: (part, whole) => shareCovered(part.core, whole.core, weights),
    coverageOfAll: (whole, parts) =>
      shareCovered(whole.core, parts.map(({ core }) => core).join('，'), weights),
    areDifferent: (a, b) => shareCovered(a.core, b.core, weights) < SETTINGS.linkPart,
    mayBeOne: (a, b) => a.row.level2 === b.row.level2,
    figureOf: ({ row }) => row.quantity,
  });
  const sides = linked.flatMap((link) => [link.before, link.after]);
  const used = new Set(sides);
  const disclosures = {
    beforeDisclosure: before[0]?.disclosure ?? 0,
    afterDisclosure: after[0]?.disclosure ?? 0,
  };
  const alone = (item: Named, relation: 'dropped' | 'added'): IndicatorLink => ({
    ...disclosures,
    ...(relation === 'dropped'
      ? { before: item.row.id, after: null, beforeDisclosure: item.row.disclosure }
      : { before: null, after: item.row.id, afterDisclosure: item.row.disclosure }),
    step,
    relation,
    likeness: null,
    doubtful: false,
  });
  return [
    ...linked.map(({ before: a, after: b, relation, likeness: alike, doubtful }) => ({
      before: a.row.id,
      after: b.row.id,
      beforeDisclosure: a.row.disclosure,
      afterDisclosure: b.row.disclosure,
      step,
      relation,
      likeness: alike,
      doubtful,
    })),
    ...old.filter((item) => !used.has(item)).map((item) => alone(item, 'dropped')),
    ...young.filter((item) => !used.has(item)).map((item) => alone(item, 'added')),
  ];
}

function evidenceOf(a: Named, b: Named): LinkEvidence | null {
  const isSameLevel = a.row.level2 === b.row.level2 || a.row.level2 === null || b.row.level2 === null;
  const isSameTarget =
    a.row.quantity !== null && a.row.quantity === b.row.quantity && a.row.measure === b.row.measure;
  if (a.facts.text === b.facts.text) {
    const score = 3 + (isSameLevel ? 0.5 : 0) + (isSameTarget ? 0.2 : 0);
    return { by: 'name', likeness: 1, score, sure: true };
  }
  if (!isSameLevel) return null;
  if (isReordered(a.facts, b.facts)) return { by: 'likeness', likeness: 1, score: 2, sure: true };
  if (areApart(a.facts, b.facts)) return null;
  const tie = likeness(a.profile, b.profile);
  if (tie.name < SETTINGS.linkIndicatorDoubtful) return null;
  const measuresDiffer = a.row.measure !== null && b.row.measure !== null && a.row.measure !== b.row.measure;
  const isVague = isOneVague(a.facts, b.facts);
  return {
    by: 'likeness',
    likeness: tie.name,
    score:
      Math.min(0.99, tie.name * 0.9 + (isSameTarget ? 0.08 : 0)) + (a.core === b.core && !isVague ? 1 : 0),
    sure:
      !measuresDiffer &&
      ((tie.name >= SETTINGS.linkIndicatorSure && !isVague) ||
        (isSameTarget && tie.name >= SETTINGS.sameIndicator)),
  };
}
