import type { Stage } from './facts/stages.js';

/** What may be printed differently. */
export const NAME_KIND_TITLES = { department: '部门', project: '项目' } as const;
export type NameKind = keyof typeof NAME_KIND_TITLES;

/** A place that is known. */
export interface KnownPlace {
  province: string | null;
  city: string | null;
  region: string;
  regionCode: string | null;
}

/** Whose project it is: names of projects are compared within one department, year and stage. */
export interface ProjectOwner {
  /** Key of the department. */
  department: string;
  year: number | null;
  stage: Stage;
}

/** A name as printed, without numbers and codes, and the key it is told by: of a project the name itself. */
export interface KeyedName {
  name: string;
  key: string;
}

/** What a person says of two names of one place: they are one, and the first goes by the other; or they are two. */
export interface NameWord {
  kind: NameKind;
  place: KnownPlace;
  /** null: of departments. */
  owner: ProjectOwner | null;
  name: KeyedName;
  other: KeyedName;
  same: boolean;
  /** null: not said. */
  who: string | null;
}

export interface NameDecision extends NameWord {
  id: number;
  /** ISO 8601, UTC. */
  at: string;
}

/** How often and where one name is printed. */
interface Printed {
  place: KnownPlace;
  /** As printed, without codes. */
  name: string;
  /** Number of a document that prints it. */
  document: number;
}

/** A name of a department in one place. */
export interface PrintedDepartment extends Printed {
  /** As people decided. */
  key: string;
  documents: number;
  /** The first and the last year it is printed in; null where none is known. */
  since: number | null;
  until: number | null;
}

/** A project as one document prints it. */
export interface PrintedProject extends Printed {
  id: number;
  owner: ProjectOwner;
  code: string | null;
  agency: string | null;
  amountFen: number | null;
  /** Place of its name; null where none is kept. */
  at: string | null;
}
