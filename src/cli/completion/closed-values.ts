import type { Argument, Option } from 'commander';
import { COMPARED_KINDS } from '../../app/compare-statements.js';
import { RULES } from '../../app/rules.js';
import { SEVERITIES, SEVERITY_TITLES } from '../../model/facts/severities.js';
import { OUTCOMES } from '../../model/outcome.js';
import { REVIEW_STATE_TEXT, REVIEW_STATES } from '../../model/review.js';
import { EVERY_SECTION } from '../../model/sections/sections.js';
import { STATEMENT_KINDS } from '../../model/statement.js';
import { VIEWS } from '../../model/views.js';

const views = VIEWS.map(({ name }) => name);
const severities = [...SEVERITIES, ...SEVERITIES.map((each) => SEVERITY_TITLES[each])];

/** Closed lists that commander does not know as choices, since they are also written in other words, or several at a time. */
const BY_OPTION: Readonly<Record<string, readonly string[]>> = {
  rule: RULES.map(({ id }) => id),
  severity: severities,
  failOn: severities,
  state: [...REVIEW_STATES, ...REVIEW_STATES.map((each) => REVIEW_STATE_TEXT[each].title)],
  outcome: OUTCOMES,
  views,
  in: EVERY_SECTION.map(({ view }) => view),
  statement: COMPARED_KINDS.flatMap((kind) => [kind, STATEMENT_KINDS[kind]]),
  grids: ['json'],
};

const BY_ARGUMENT: Readonly<Record<string, readonly string[]>> = { 视图: views };

/** The words an option takes; empty where it takes any. */
export const valuesOfOption = (option: Option): readonly string[] =>
  BY_OPTION[option.attributeName()] ?? option.argChoices ?? [];

/** The words an argument takes; empty where it takes any. */
export const valuesOfArgument = (argument: Argument): readonly string[] =>
  BY_ARGUMENT[argument.name()] ?? argument.argChoices ?? [];
