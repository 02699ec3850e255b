import type { Disclosure, Project } from '../../model/disclosure.js';

export interface JoinedProjects {
  disclosure: Disclosure;
  /** Id of a project that is no longer there → the one it became part of. */
  joined: ReadonlyMap<number, number>;
}

/**
 * Gives projects of a disclosure other names, by their ids. Where another project has the name already, the two become one unless
 * codes, agencies or amounts tell them apart: what its own form says counts before what a list says.
 */
export function joinProjects(disclosure: Disclosure, names: ReadonlyMap<number, string>): JoinedProjects {
  const joined = new Map<number, number>();
  const kept = disclosure.projects.filter(({ id }) => !names.has(id));
  const named = disclosure.projects.flatMap((each) => {
    const name = names.get(each.id);
    return name === undefined ? [] : [{ ...each, name }];
  });
  for (const project of named) {
    const at = kept.findIndex((each) => each.name === project.name && mayBeOne(each, project));
    const known = kept[at];
    if (known) {
      kept[at] = oneOf(known, project);
      joined.set(project.id, known.id);
    } else kept.push(project);
  }
  const moved = <T extends { project: number | null }>(items: T[]): T[] =>
    items.map((item) => {
      const project = item.project === null ? undefined : joined.get(item.project);
      return project === undefined ? item : { ...item, project };
    });
  return {
    joined,
    disclosure: {
      ...disclosure,
      projects: kept.sort((a, b) => a.id - b.id),
      budgets: moved(disclosure.budgets),
      indicators: moved(disclosure.indicators),
      costs: moved(disclosure.costs),
      plans: moved(disclosure.plans),
      texts: moved(disclosure.texts),
      execution: moved(disclosure.execution),
      scoreTotals: moved(disclosure.scoreTotals),
    },
  };
}

function mayBeOne(a: Project, b: Project): boolean {
  const differ = (x: string | number | null | undefined, y: string | number | null | undefined): boolean =>
    x !== null && x !== undefined && y !== null && y !== undefined && x !== y;
  return !differ(a.code, b.code) && !differ(a.agency, b.agency) && !differ(a.money?.fen, b.money?.fen);
}

function oneOf(known: Project, other: Project): Project {
  const [first, second] = other.hasForm && !known.hasForm ? [other, known] : [known, other];
  return {
    ...first,
    id: known.id,
    name: known.name,
    code: first.code ?? second.code,
    parent: first.parent ?? second.parent,
    direction: first.direction ?? second.direction,
    agency: first.agency ?? second.agency,
    department: first.department ?? second.department,
    attribute: first.attribute ?? second.attribute,
    money: first.money ?? second.money,
    period: first.period ?? second.period,
    annualGoal: first.annualGoal ?? second.annualGoal,
    periodGoal: first.periodGoal ?? second.periodGoal,
    purpose: first.purpose ?? second.purpose,
    state: first.state,
    mentions: [...known.mentions, ...other.mentions],
    evidence: { ...second.evidence, ...first.evidence },
  };
}
