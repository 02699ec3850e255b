import type { Care } from './care.js';
import type { Cycles } from './cycles.js';
import type { Documents } from './documents.js';
import type { Findings } from './findings.js';
import type { Names } from './names.js';
import type { Questions } from './questions.js';
import type { SavedQuestions } from './saved-questions.js';

/** A store, whichever engine keeps it; test/store/contract/ says what an engine must do. */
export interface Store extends Documents, Questions, SavedQuestions, Findings, Cycles, Names, Care {
  /** Where it is kept, as it was opened: a file, beside which stands what belongs to it (kept sources, uploads), or an address, which may hold a password (`storeTitle`). */
  readonly path: string;
  /** Lets go of it; asked again, it does nothing. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** For questions: the file must exist, nothing is created or changed. */
  readOnly?: boolean;
  /** For changes to what is stored: the file must exist. */
  mustExist?: boolean;
  /** When an audit run, an answer or an import is written down; the clock of the machine by default. */
  now?: () => Date;
}
