import { departmentDecided, projectDecided } from '../../model/decided-names.js';
import type { Disclosure } from '../../model/disclosure.js';
import type { ReadDocument } from '../../model/document.js';
import type { KnownPlace, NameDecision } from '../../model/names.js';
import { type JoinedProjects, joinProjects } from './join-projects.js';

/**
 * The document under the names people decided: departments by the key they go by, projects by their names. What is printed
 * stays beside it; rows of one disclosure that turn out to be one project become one.
 */
export function applyNames(document: ReadDocument, decisions: readonly NameDecision[]): ReadDocument {
  if (decisions.length === 0) return document;
  const named = document.disclosures.map((each) => nameDisclosure(each, decisions));
  return {
    ...document,
    disclosures: named.map(({ disclosure }) => disclosure),
    forms: document.forms.map((form) => {
      const joined = form.project === null ? undefined : named[form.disclosure]?.joined.get(form.project);
      return joined === undefined ? form : { ...form, project: joined };
    }),
  };
}

const NONE: ReadonlyMap<number, number> = new Map();

function nameDisclosure(disclosure: Disclosure, decisions: readonly NameDecision[]): JoinedProjects {
  const { department, departmentKey, year, stage } = disclosure;
  const place = placeOf(disclosure);
  if (place === null || department === null) return { disclosure, joined: NONE };
  const key = departmentDecided(decisions, place, { name: department, key: departmentKey ?? department });
  const owner = { department: key, year, stage };
  const decided = new Map(
    disclosure.projects.flatMap(({ id, name }) => {
      const by = projectDecided(decisions, place, owner, name);
      return by === name ? [] : [[id, by] as const];
    }),
  );
  const named = key === (departmentKey ?? department) ? disclosure : { ...disclosure, departmentKey: key };
  return decided.size === 0 ? { disclosure: named, joined: NONE } : joinProjects(named, decided);
}

const placeOf = ({ region }: Disclosure): KnownPlace | null =>
  region && { province: region.province, city: region.city, region: region.name, regionCode: region.code };
