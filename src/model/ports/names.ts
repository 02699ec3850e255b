import type { SubjectFilter } from '../filters.js';
import type { NameDecision, NameWord, PrintedDepartment, PrintedProject } from '../names.js';

/** A word on two names, and how many documents were written anew. */
export interface NamesDecided {
  decision: NameDecision;
  documents: number;
}

/** Names that are printed differently, and what people decided of them. Every method throws StoreError when the store cannot be used. */
export interface Names {
  /** Names of departments the filter means, of places that are known; by place and key, at most so many. */
  printedDepartments(filter: SubjectFilter, most: number): Promise<PrintedDepartment[]>;
  /** Projects the filter means that have a name, of places and departments that are known; by id, at most so many. */
  printedProjects(filter: SubjectFilter, most: number): Promise<PrintedProject[]>;
  /** What people decided of names, the newest first. */
  nameDecisions(): Promise<NameDecision[]>;
  /**
   * Keeps that two names of one place are one, or are two, by a person's hand, and applies it to what is stored. Survives every
   * later import. Answers it with how many documents were written anew.
   * @throws QueryError where they are one already
   */
  decideName(word: NameWord): Promise<NamesDecided>;
  /** Takes such a word back; everything is then as it was before. @throws QueryError where there is none of this id */
  undoName(id: number): Promise<NamesDecided>;
}
