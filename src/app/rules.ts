import { isOverMany, type Rule } from '../audit/rules/rule.js';
import { RULES } from '../audit/run/rules.js';
import { rulesetOf } from '../audit/run/run-audit.js';
import type { LoneRules } from '../model/ports/findings.js';
import { nameRule } from '../report/name-rule.js';

export type { Rule };
export { RULES };

/** The rules over one document. */
export const LONE_RULES: LoneRules = loneRules(RULES.filter((rule) => !isOverMany(rule)));

function loneRules(rules: readonly Rule[]): LoneRules {
  return { ids: rules.map(({ id }) => id), ruleset: rulesetOf(rules) };
}

/** null: this program has no such rule, or no longer. */
export const ruleOf = (id: string): Rule | null => RULES.find((rule) => rule.id === id) ?? null;

/** The title of a rule; its id where this program does not have it. */
export const ruleTitle = (id: string): string => ruleOf(id)?.title ?? id;

/** A rule as people are told of it: its title, with the id they quote behind it. */
export const ruleName = (id: string): string => {
  const rule = ruleOf(id);
  return rule === null ? id : nameRule(rule);
};

/** The names of all rules by id, for columns that hold ids. */
export const RULE_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  RULES.map((rule) => [rule.id, nameRule(rule)]),
);

/** A rule as reports have it: the authority by its source. */
export const reportedRule = (rule: Rule) => ({ ...rule, authority: rule.authority.source });
