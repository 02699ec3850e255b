import type { Column } from '../report/row.js';

/** The columns with what people call the rules, where one of them holds ids of rules. The rules are loaded for these only. */
export async function tellRules<C extends Column>(columns: readonly C[]): Promise<C[]> {
  if (!columns.some(({ name }) => name === 'rule')) return [...columns];
  const { RULE_NAMES } = await import('./rules.js');
  return columns.map((column) => (column.name === 'rule' ? { ...column, titles: RULE_NAMES } : column));
}
