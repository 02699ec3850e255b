import { departmentDecided, projectDecided } from '../../model/decided-names.js';
import type { Alike, NameCandidate, NameSide } from '../../model/name-candidate.js';
import type { NameDecision, PrintedProject } from '../../model/names.js';
import { placeKey } from '../../model/place-key.js';
import { lettersAndDigits } from '../bigrams.js';
import { coreName, kernelName } from '../core-name.js';
import { groupBy } from '../group-by.js';
import { likeness, type Profile, profile } from '../likeness.js';
import { areApart, isReordered, type NameFacts, nameFacts, PROJECT_KINDS } from '../links/name-facts.js';
import { nameWeights } from '../name-weights.js';
import { SETTINGS } from '../similar-settings.js';
import { byLikeness } from './by-likeness.js';
import { pairsOf } from './pairs-of.js';

interface Named extends NameSide {
  rows: readonly PrintedProject[];
  facts: NameFacts;
  core: string;
  brackets: string;
  profile: Profile;
}

/**
 * Projects of one department, year and stage that may be one printed differently, the most alike first; none that a person kept
 * apart. What another code, agency or, in one document, another amount tells apart is none.
 */
export function projectCandidates(
  printed: readonly PrintedProject[],
  decisions: readonly NameDecision[],
): NameCandidate[] {
  const groups = groupBy(printed, ({ place, owner }) =>
    JSON.stringify([placeKey(place), owner.department, owner.year, owner.stage]),
  );
  return [...groups.values()].flatMap((rows) => candidatesOf(rows, decisions)).sort(byLikeness);
}

function candidatesOf(rows: readonly PrintedProject[], decisions: readonly NameDecision[]): NameCandidate[] {
  const [first] = rows;
  if (!first) return [];
  const { place, owner } = first;
  const here = placeKey(place);
  const apart = decisions
    .filter(
      (each) =>
        each.kind === 'project' &&
        !each.same &&
        placeKey(each.place) === here &&
        each.owner?.year === owner.year &&
        each.owner.stage === owner.stage &&
        departmentDecided(decisions, place, { name: each.owner.department, key: each.owner.department }) ===
          owner.department,
    )
    .map(({ name, other }) => [
      projectDecided(decisions, place, owner, name.key),
      projectDecided(decisions, place, owner, other.key),
    ]);
  const named = [...groupBy(rows, ({ name }) => name).values()].flatMap(namedOf);
  return pairsOf(named).flatMap(([one, other]): NameCandidate[] => {
    if (apart.some((pair) => pair.includes(one.key) && pair.includes(other.key))) return [];
    const alike = areToldApart(one, other) ? null : projectLikeness(one, other);
    return alike ? [{ kind: 'project', place, owner, a: sideOf(one), b: sideOf(other), ...alike }] : [];
  });
}

function namedOf(rows: readonly PrintedProject[]): Named[] {
  const [first] = rows;
  if (!first) return [];
  const { name, place, owner } = first;
  const core = coreName(name, { ...place, department: owner.department });
  return [
    {
      name,
      key: name,
      printed: [name],
      documents: new Set(rows.map(({ document }) => document)).size,
      since: owner.year,
      until: owner.year,
      document: first.document,
      project: { id: first.id, amountFen: first.amountFen, at: first.at },
      rows,
      facts: nameFacts(name, PROJECT_KINDS),
      core,
      brackets: lettersAndDigits([...name.normalize('NFKC').matchAll(/\(([^()]*)\)/g)].join('')),
      profile: profile(core, kernelName(core), null, nameWeights()),
    },
  ];
}

const sideOf = ({ name, key, printed, documents, since, until, document, project }: Named): NameSide => ({
  ...{ name, key, printed, documents, since, until, document, project },
});

/** Another year, phase or bracket in the name, another code or agency; in one document also another amount. */
function areToldApart(one: Named, other: Named): boolean {
  if (one.facts.years.join() !== other.facts.years.join()) return true;
  if (one.brackets !== '' && other.brackets !== '' && one.brackets !== other.brackets) return true;
  if (areApart(one.facts, other.facts)) return true;
  return !one.rows.some((a) => other.rows.some((b) => mayBeOne(a, b)));
}

function mayBeOne(a: PrintedProject, b: PrintedProject): boolean {
  const differ = <T>(x: T | null, y: T | null): boolean => x !== null && y !== null && x !== y;
  if (differ(a.code, b.code) || differ(a.agency, b.agency)) return false;
  return a.document !== b.document || !differ(a.amountFen, b.amountFen);
}

function projectLikeness(one: Named, other: Named): Alike | null {
  if (one.facts.text === other.facts.text) return { likeness: 1, why: 'text' };
  if (one.core === other.core) return { likeness: 0.98, why: 'frame' };
  const { name } = likeness(one.profile, other.profile);
  if (isReordered(one.facts, other.facts)) return { likeness: Math.max(name, 0.9), why: 'similar' };
  return name >= SETTINGS.linkSure ? { likeness: Math.min(name, 0.97), why: 'similar' } : null;
}
