import type { Outcome } from '../../model/outcome.js';
import type { Death } from '../../processes/task.js';

/** How a document ends over which its process died. */
export const OUTCOME_OF_DEATH: Record<Death['cause'], Outcome> = {
  time: 'timeout',
  memory: 'oom',
  disk: 'limit',
  crash: 'crash',
};
