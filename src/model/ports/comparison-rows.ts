import type { CostRow, IndicatorRow, ProjectRow, ProjectSearch } from '../comparison.js';
import type { FormRow, SeenDepartment } from '../coverage.js';
import type { SubjectFilter, ViewFilter } from '../filters.js';
import type { StatementRows } from '../statement-comparison.js';
import type { PlaceLevel, PlaceYear } from '../tabulation.js';
import type { DepartmentRows } from '../trend.js';

/** Rows a comparison begins with, as many as it can bear. */
export interface Nearest<Row> {
  rows: Row[];
  /** The store has more that may be meant; these are the nearest by name. */
  isCut: boolean;
}

/** What comparisons across places and years read; plain rows. Superseded documents are left out. */
export interface ComparisonRows {
  /** Projects whose name resembles the search, or whose texts hold it; by id. */
  findProjects(search: ProjectSearch, filter: ViewFilter): Promise<ProjectRow[]>;
  /** At most so many projects, the nearest by name; fast whatever the size of the store. */
  nearestProjects(search: ProjectSearch, filter: ViewFilter, most: number): Promise<Nearest<ProjectRow>>;
  /** Likewise, indicators by name. */
  nearestIndicators(search: ProjectSearch, filter: ViewFilter, most: number): Promise<Nearest<IndicatorRow>>;
  /** The project with this id. @throws QueryError when there is none */
  projectRow(id: number): Promise<ProjectRow>;
  /** Indicators of these projects, and those whose name or description holds one of the texts; by id. */
  indicatorRows(
    projects: readonly number[],
    texts: readonly string[],
    filter: ViewFilter,
  ): Promise<IndicatorRow[]>;
  /** Cost lines of these projects with their calculations; by id. */
  costRows(projects: readonly number[]): Promise<CostRow[]>;
  /** Everything of the departments the filter means, over all years. */
  departmentRows(filter: ViewFilter): Promise<DepartmentRows>;
  /**
   * What each department disclosed, by kind of form.
   * @param own code of the place whose own departments are meant, not those of the places below it
   */
  formRows(filter: ViewFilter, own?: string): Promise<FormRow[]>;
  /** Departments of each place and year that disclosed a form or a statement. */
  departmentsSeen(filter: ViewFilter): Promise<SeenDepartment[]>;
  /** What the places the filter means disclosed, in numbers; by place and year. */
  placeYears(filter: SubjectFilter, level: PlaceLevel): Promise<PlaceYear[]>;
  /** Statements the filter means, at most so many, by place, year and department, with their figures and numbers of persons. */
  statementRows(filter: ViewFilter, most?: number, own?: string): Promise<StatementRows>;
}
