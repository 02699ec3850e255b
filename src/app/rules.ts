import type { Rule } from '../audit/rules/rule.js';
import { RULES } from '../audit/run/rules.js';

export type { Rule };
export { RULES };

/** null: this program has no such rule, or no longer. */
export const ruleOf = (id: string): Rule | null => RULES.find((rule) => rule.id === id) ?? null;

/** The title of a rule; its id where this program does not have it. */
export const ruleTitle = (id: string): string => ruleOf(id)?.title ?? id;

/** A rule as reports have it: the authority by its source. */
export const reportedRule = (rule: Rule) => ({ ...rule, authority: rule.authority.source });
