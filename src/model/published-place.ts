/** What a place, or several together, disclosed for a year. */
export interface PlaceFigures {
  /** Departments with a form or a statement whose name is known, each place's own. */
  departments: number;
  /** Projects of all stages. */
  projects: number;
  /** What the projects of the budget's stage cost together; null where no amount of theirs is known. */
  budgetFen: number | null;
  /** Projects of the disclosures an audit has looked at; null where it has looked at none. */
  auditedProjects: number | null;
  /** Findings on those disclosures that are not settled by an answer. */
  findings: number;
}

/** A place by itself: of a city or a province its own level, not what is below it. null: unknown. */
export interface PublishedPlace extends PlaceFigures {
  province: string | null;
  city: string | null;
  region: string | null;
  regionCode: string | null;
}

const added = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : a + b;

/** Several places together; null for none. */
export function placesTogether(places: readonly PlaceFigures[]): PlaceFigures | null {
  const [first, ...rest] = places;
  if (!first) return null;
  return rest.reduce<PlaceFigures>(
    (sum, each) => ({
      departments: sum.departments + each.departments,
      projects: sum.projects + each.projects,
      budgetFen: added(sum.budgetFen, each.budgetFen),
      auditedProjects: added(sum.auditedProjects, each.auditedProjects),
      findings: sum.findings + each.findings,
    }),
    {
      departments: first.departments,
      projects: first.projects,
      budgetFen: first.budgetFen,
      auditedProjects: first.auditedProjects,
      findings: first.findings,
    },
  );
}
