import { describe } from 'vitest';
import type { Store } from '../../../src/model/ports/store.js';
import { careContract } from './care-contract.js';
import { comparisonContract } from './comparison-contract.js';
import { cyclesContract } from './cycles-contract.js';
import { documentsContract } from './documents-contract.js';
import { findingsContract } from './findings-contract.js';
import { namesContract } from './names-contract.js';
import { questionsContract } from './questions-contract.js';
import { savedQuestionsContract } from './saved-questions-contract.js';

/** Opens a new, empty store; `now` is its clock. The contract closes it. */
export type OpenEngine = (options?: { now?: () => Date }) => Promise<Store>;

/** What every engine of a store must do, said in what it answers; it knows neither SQL nor files. */
export function contractOf(engine: string, open: OpenEngine): void {
  describe(engine, () => {
    documentsContract(open);
    questionsContract(open);
    comparisonContract(open);
    findingsContract(open);
    cyclesContract(open);
    savedQuestionsContract(open);
    namesContract(open);
    careContract(open);
  });
}
