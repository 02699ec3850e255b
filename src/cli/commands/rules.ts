import type { Command } from 'commander';
import { SEVERITY_TITLES } from '../../model/facts/severities.js';
import { RULE_SCOPE_TITLES, TOLERANCE_TITLES } from '../../model/finding.js';
import type { Column } from '../../report/row.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { addResultOptions, type ResultOptions, writeRows } from '../result-options.js';

const COLUMNS: Column[] = [
  { name: 'rule', title: '规则' },
  { name: 'version', title: '版本' },
  { name: 'severity', title: '最高程度', titles: SEVERITY_TITLES },
  { name: 'scope', title: '范围', titles: RULE_SCOPE_TITLES },
  { name: 'tolerance', title: '容差', titles: TOLERANCE_TITLES },
  { name: 'title', title: '疑点' },
  { name: 'formula', title: '比较' },
  { name: 'authority', title: '依据' },
  { name: 'why', title: '为什么要看' },
];
const IN_TABLE = ['rule', 'severity', 'tolerance', 'title', 'formula'];

const EXAMPLES = `
例：
  mingzhang rules
  mingzhang rules --format csv --output 规则.csv`;

export const rulesCommand = (): Command =>
  addResultOptions(
    newCommand('rules').description('列出核查规则').addHelpText('after', helpText(EXAMPLES)),
  ).action(async (options: ResultOptions) => {
    const { RULES } = await import('../../app/rules.js');
    const rows = RULES.map(({ id, version, severity, scope, tolerance, title, formula, authority, why }) => ({
      rule: id,
      version,
      severity,
      scope,
      tolerance,
      title,
      formula,
      authority: authority.source,
      why,
    }));
    const inTable = COLUMNS.filter(({ name }) => IN_TABLE.includes(name));
    await writeRows(rows, COLUMNS, options, inTable);
  });
