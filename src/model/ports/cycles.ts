import type { CycleDepartment, CycleRows, DepartmentLinks, OutcomeCount } from '../cycle.js';
import type { SubjectFilter } from '../filters.js';

/** Promise and result: what of a department's papers is the same thing. Every method throws StoreError when the store cannot be used. */
export interface Cycles {
  /** Departments of which something changed since their links were saved, under each name they print; in a stable order. */
  departmentsToLink(): Promise<CycleDepartment[]>;
  /** Departments the filter means, of each place its own, with the names they print; by place and name. */
  cycleDepartments(filter: SubjectFilter): Promise<(CycleDepartment & { names: string[] })[]>;
  /** Everything of a department over all years and stages, with what people decided of its projects; by id. */
  cycleRows(department: CycleDepartment): Promise<CycleRows>;
  /**
   * Keeps what `link` finds in the rows of a department in place of the links and outcomes it had; nothing is left to link there
   * then. Nobody writes between, so that what came meanwhile by another program is either seen or left to link.
   */
  relink(department: CycleDepartment, link: (rows: CycleRows) => DepartmentLinks): Promise<void>;
  /**
   * Keeps that two projects are the same, or are not, by a person's hand; null takes it back. Survives every later import of the
   * same contents. Their departments have to be linked again.
   * @throws QueryError when the store has no such project
   */
  decideLink(project: number, other: number, same: boolean | null): Promise<void>;
  /** How promised indicators came out, by department and year; superseded documents are left out. */
  outcomeCounts(filter: SubjectFilter): Promise<OutcomeCount[]>;
}
