import type { KeyedName, KnownPlace, NameDecision, ProjectOwner } from './names.js';
import { placeKey } from './place-key.js';

type Words = readonly Pick<NameDecision, 'kind' | 'place' | 'owner' | 'name' | 'other' | 'same'>[];

/** Key → the key it goes by. */
type Merged = ReadonlyMap<string, string>;

/** The key a department of a place goes by, as people decided. @param decisions of any places */
export function departmentDecided(decisions: Words, place: KnownPlace, { name, key }: KeyedName): string {
  const own = departmentsOf(decisions, place);
  const sides = own.flatMap((each) => [each.name, each.other]);
  return goesBy(mergedOf(own), sides.find((side) => side.name === name)?.key ?? key);
}

/** The name a project goes by within its department, year and stage, as people decided. */
export function projectDecided(
  decisions: Words,
  place: KnownPlace,
  owner: ProjectOwner,
  name: string,
): string {
  const departments = mergedOf(departmentsOf(decisions, place));
  const here = placeKey(place);
  const own = decisions.filter(
    (each) =>
      each.same &&
      each.kind === 'project' &&
      placeKey(each.place) === here &&
      each.owner?.year === owner.year &&
      each.owner.stage === owner.stage &&
      goesBy(departments, each.owner.department) === goesBy(departments, owner.department),
  );
  return goesBy(mergedOf(own), name);
}

function departmentsOf(decisions: Words, place: KnownPlace): Words {
  const here = placeKey(place);
  return decisions.filter((each) => each.same && each.kind === 'department' && placeKey(each.place) === here);
}

const mergedOf = (decisions: Words): Merged =>
  new Map(decisions.map(({ name, other }) => [name.key, other.key]));

/** No key is merged into itself, by however many steps: only keys that go by themselves are ever merged. */
function goesBy(merged: Merged, key: string): string {
  const next = merged.get(key);
  return next === undefined ? key : goesBy(merged, next);
}
