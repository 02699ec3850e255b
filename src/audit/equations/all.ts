import type { EquationOrReason } from '../figures/equation.js';
import type { DisclosureSubject } from '../subjects/subject.js';
import { budgetEquations } from './budget.js';
import { executionEquations } from './execution.js';
import { costEquations, parentEquation } from './project.js';
import { projectSpendingEquation, summaryEquation } from './summary.js';
import { summaryFormEquations } from './summary-form.js';

/** Every sum a disclosure states, within its forms and between them. */
export function* allEquations(disclosure: DisclosureSubject): Generator<EquationOrReason> {
  for (const form of disclosure.forms) {
    for (const axis of ['revenue', 'expenditure', 'funding'] as const) yield* budgetEquations(form, axis);
    yield summaryEquation(form);
    yield* executionEquations(form);
    yield* costEquations(form);
    yield parentEquation(form);
  }
  yield projectSpendingEquation(disclosure);
  yield* summaryFormEquations(disclosure);
}
