import type { CycleProject, LinkDecision, LinkStep } from '../../model/cycle.js';
import { lettersAndDigits } from '../bigrams.js';
import { coreName, kernelName } from '../core-name.js';
import { likeness, type Profile, profile } from '../likeness.js';
import { nameWeights } from '../name-weights.js';
import { SETTINGS } from '../similar-settings.js';
import { shareCovered } from '../term-weights.js';
import { type LinkEvidence, type Linked, linkPapers } from './link-papers.js';
import { areApart, isOneVague, isReordered, type NameFacts, nameFacts, PROJECT_KINDS } from './name-facts.js';

interface Named {
  row: CycleProject;
  core: string;
  facts: NameFacts;
  /** Years in the name, counted from that of the paper: 0 is this year's. */
  offsets: number[];
  profile: () => Profile;
}

/**
 * Which projects of one paper are which of another: by a person's word, by the code where both print it and the names do not
 * contradict, else by name and agency.
 */
export function linkProjects(
  before: readonly CycleProject[],
  after: readonly CycleProject[],
  step: LinkStep,
  decisions: readonly LinkDecision[] = [],
): Linked<CycleProject>[] {
  const byHand = new Map(decisions.map((each) => [pairKey(each.before, each.after), each.same]));
  const decided = (a: CycleProject, b: CycleProject): boolean | undefined =>
    byHand.get(pairKey(a.id, b.id)) ?? byHand.get(pairKey(b.id, a.id));
  const [old, young] = [before.map(named), after.map(named)];
  const weights = nameWeights();
  return linkPapers<Named>({
    before: old,
    after: young,
    keysOf: ({ row, core, facts }) => [
      `name ${facts.text}`,
      `core ${core}`,
      ...(row.code === null ? [] : [`code ${row.code}`]),
      ...decisions.flatMap((each) =>
        each.same && (each.before === row.id || each.after === row.id)
          ? [`hand ${Math.min(each.before, each.after)} ${Math.max(each.before, each.after)}`]
          : [],
      ),
    ],
    isSameName: (a, b) => a.facts.text === b.facts.text,
    compare: (a, b) => {
      const word = decided(a.row, b.row);
      if (word === false) return null;
      if (word)
        return { by: 'hand', likeness: likeness(a.profile(), b.profile()).name, score: 9, sure: true };
      return evidenceOf(a, b, step);
    },
    coverage: (part, whole) => shareCovered(part.core, whole.core, weights),
    coverageOfAll: (whole, parts) =>
      shareCovered(whole.core, parts.map(({ core }) => core).join('，'), weights),
    areDifferent: (a, b) => shareCovered(a.core, b.core, weights) < SETTINGS.linkPart,
    mayBeOne: (a, b) =>
      decided(a.row, b.row) !== false && yearsAgree(a, b, step) && !numbersDiffer(a.facts, b.facts),
    figureOf: ({ row }) => row.amountFen,
  }).map((link) => ({ ...link, before: link.before.row, after: link.after.row }));
}

const pairKey = (a: number, b: number): string => `${a} ${b}`;

function named(row: CycleProject): Named {
  const core = coreName(row.project, row);
  const facts = nameFacts(row.project, PROJECT_KINDS);
  let known: Profile | undefined;
  return {
    row,
    core,
    facts,
    offsets: facts.years.map((year) => year - (row.year ?? year)),
    profile: () => {
      known ??= profile(
        core,
        kernelName(core),
        row.purpose ?? row.annualGoal ?? row.periodGoal,
        nameWeights(),
      );
      return known;
    },
  };
}

function evidenceOf(a: Named, b: Named, step: LinkStep): LinkEvidence | null {
  const { row: old } = a;
  const { row: young } = b;
  const isSameCode = old.code !== null && old.code === young.code;
  const isSameName = a.facts.text === b.facts.text && a.facts.text !== '';
  const agencies = agreement(old.agency, young.agency);
  if (isSameName && yearsAgree(a, b, step)) {
    const codesDiffer = old.code !== null && young.code !== null && !isSameCode && step === 'stage';
    const amounts = old.amountFen !== null && old.amountFen === young.amountFen ? 0.1 : 0;
    return {
      by: isSameCode ? 'code' : 'name',
      likeness: 1,
      score: 3 + (isSameCode ? 2 : 0) + agencies * 0.5 + amounts,
      sure: !codesDiffer && agencies >= 0,
    };
  }
  const tie = likeness(a.profile(), b.profile());
  if (isSameCode && tie.name >= SETTINGS.linkUnlike && !numbersDiffer(a.facts, b.facts)) {
    return { by: 'code', likeness: tie.name, score: 2 + tie.name, sure: true };
  }
  if (!yearsAgree(a, b, step) || agencies < 0) return null;
  if (isReordered(a.facts, b.facts)) return { by: 'likeness', likeness: 1, score: 2, sure: true };
  if (areApart(a.facts, b.facts)) return null;
  if (tie.name < SETTINGS.linkDoubtful) return null;
  const isSameAmount = step === 'stage' && old.amountFen !== null && old.amountFen === young.amountFen;
  const isSure = tie.name >= SETTINGS.linkSure && (!isOneVague(a.facts, b.facts) || isSameAmount);
  return {
    by: 'likeness',
    likeness: tie.name,
    score: Math.min(0.99, tie.name * 0.9 + (isSameAmount ? 0.08 : 0)) + (a.core === b.core ? 1 : 0),
    sure: isSure || (isSameAmount && !isOneVague(a.facts, b.facts)),
  };
}

/** 1: the same; 0: one is not printed; -1: two agencies. */
function agreement(a: string | null, b: string | null): -1 | 0 | 1 {
  if (a === null || b === null) return 0;
  const [left, right] = [lettersAndDigits(a), lettersAndDigits(b)];
  if (left === right) return 1;
  return left.includes(right) || right.includes(left) ? 0 : -1;
}

/**
 * Whether the years in two names allow them to be one: in papers of one year the same; from year to year the same year, or each
 * its paper's own. A name without a year speaks of its paper's.
 */
function yearsAgree(a: Named, b: Named, step: LinkStep): boolean {
  if (a.facts.years.length === 0 && b.facts.years.length === 0) return true;
  const isAny = (offsets: readonly number[]): readonly number[] => (offsets.length === 0 ? [0] : offsets);
  const [left, right] = [isAny(a.offsets), isAny(b.offsets)];
  const sameOffset = left.some((offset) => right.includes(offset));
  return sameOffset || (step === 'year' && a.facts.years.some((year) => b.facts.years.includes(year)));
}

const numbersDiffer = (a: NameFacts, b: NameFacts): boolean =>
  [...a.counted].some(([what, number]) => (b.counted.get(what) ?? number) !== number);
