import { departmentDecided } from '../../model/decided-names.js';
import type { NameCandidate, NameSide } from '../../model/name-candidate.js';
import type { NameDecision, PrintedDepartment } from '../../model/names.js';
import { placeKey } from '../../model/place-key.js';
import { groupBy } from '../group-by.js';
import { byLikeness } from './by-likeness.js';
import { departmentLikeness } from './department-likeness.js';
import { pairsOf } from './pairs-of.js';

/** Departments of one place that may be one by their names, the most alike first; none that a person kept apart. */
export function departmentCandidates(
  printed: readonly PrintedDepartment[],
  decisions: readonly NameDecision[],
): NameCandidate[] {
  const places = groupBy(printed, ({ place }) => placeKey(place));
  const found = [...places].flatMap(([key, rows]) => {
    const known = decisions.filter(({ place }) => placeKey(place) === key);
    const apart = known
      .filter(({ kind, same }) => kind === 'department' && !same)
      .map(({ place, name, other }) => [
        departmentDecided(known, place, name),
        departmentDecided(known, place, other),
      ]);
    const sides = [...groupBy(rows, (row) => row.key).values()].map(sideOf);
    return pairsOf(sides).flatMap(([a, b]): NameCandidate[] => {
      const [first] = rows;
      if (!first || apart.some((pair) => pair.includes(a.key) && pair.includes(b.key))) return [];
      const alike = departmentLikeness(a.key, b.key);
      return alike ? [{ kind: 'department', place: first.place, owner: null, a, b, ...alike }] : [];
    });
  });
  return found.sort(byLikeness);
}

function sideOf(rows: readonly PrintedDepartment[]): NameSide {
  const often = rows.toSorted((a, b) => b.documents - a.documents);
  const years = rows.flatMap(({ since, until }) => [since, until]).filter((year) => year !== null);
  return {
    name: often[0]?.name ?? '',
    key: often[0]?.key ?? '',
    printed: [...new Set(often.map(({ name }) => name))],
    documents: rows.reduce((sum, { documents }) => sum + documents, 0),
    since: years.length > 0 ? Math.min(...years) : null,
    until: years.length > 0 ? Math.max(...years) : null,
    document: often[0]?.document ?? 0,
    project: null,
  };
}
