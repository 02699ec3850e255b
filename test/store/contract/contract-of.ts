import { describe } from 'vitest';
import type { Store } from '../../../src/model/ports/store.js';
import { careContract } from './care-contract.js';
import { comparisonContract } from './comparison-contract.js';
import { cyclesContract } from './cycles-contract.js';
import { documentsContract } from './documents-contract.js';
import { findingsContract } from './findings-contract.js';
import { namesContract } from './names-contract.js';
import { questionsContract } from './questions-contract.js';
import { replacedPathsContract } from './replaced-paths-contract.js';
import { savedQuestionsContract } from './saved-questions-contract.js';

/** Opens a new, empty store; `now` is its clock. The contract closes it. */
export type OpenEngine = (options?: { now?: () => Date }) => Promise<Store>;

const CONTRACTS: readonly ((open: OpenEngine) => void)[] = [
  documentsContract,
  replacedPathsContract,
  questionsContract,
  comparisonContract,
  findingsContract,
  cyclesContract,
  savedQuestionsContract,
  namesContract,
  careContract,
];

/** What every engine of a store must do, said in what it answers; it knows neither SQL nor files. */
export function contractOf(engine: string, open: OpenEngine, contracts = CONTRACTS): void {
  describe(engine, () => {
    for (const contract of contracts) contract(open);
  });
}
