import type { GivenAnswer } from '../../model/ports/findings.js';
import type { Store } from '../../model/ports/store.js';
import type { Done } from '../finding-query.js';

/** What was just answered, as it stands now. */
export type Answered =
  | { kind: 'given'; batch: number; answers: GivenAnswer[] }
  | { kind: 'unchanged'; id: number };

/** null: nothing was, or the store knows of no such answers. */
export async function readAnswered(store: Store, done: Done | null): Promise<Answered | null> {
  if (done === null) return null;
  if ('unchanged' in done) return { kind: 'unchanged', id: done.unchanged };
  const answers = await store.givenAnswers(done.batch);
  return answers.length === 0 ? null : { kind: 'given', batch: done.batch, answers };
}
