import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { RuleExample } from '../src/audit/rules/example.js';
import type { Rule } from '../src/audit/rules/rule.js';
import { RULES } from '../src/audit/run/rules.js';
import { RULE_SCOPE_TITLES } from '../src/model/finding.js';

const SEVERITY = { error: '错误', warning: '提醒', note: '提示' };
const TOLERANCE = {
  T0: 'T0（精确）',
  T1: 'T1（取整区间）',
  T2: 'T2（重新计算后取整）',
  T3: 'T3（统计）',
  none: '无',
};
const AUTHORITY = { law: '法律', guidance: '办法、指引', arithmetic: '算术' };

const HEAD = `# 核查规则

由 \`npx tsx scripts/generate-rules-doc.ts\` 根据 \`src/audit/rules\` 生成，不要手改。

疑点是待核实的线索，不是结论。程度是一条规则至多给出的程度；读取存疑、或差额可由四舍五入解释时，判为“待复核”，程度降一级或作提示。

- T0：精确相等。
- T1：每个数是 v ± ½·10⁻ᵈ 的区间（单位同印刷单位；d 为所印小数位数，万元至少 2 位，且不少于同表最多的位数），合计的区间与所印数的区间不相交才算不符。
- T2：精确重算，再按所印位数取整。
- T3：统计比较，写明阈值。

| 规则 | 疑点 | 程度 | 容差 | 范围 |
|---|---|---|---|---|
`;

/** docs/rules.md, from the rules' own meta and examples. */
export function renderRulesDoc(rules: readonly Rule[] = RULES): string {
  const rows = rules.map(
    ({ id, title, severity, tolerance, scope }) =>
      `| [${id}](#${id}) | ${title} | ${SEVERITY[severity]} | ${tolerance} | ${RULE_SCOPE_TITLES[scope]} |\n`,
  );
  return `${HEAD}${rows.join('')}${rules.map(renderRule).join('')}`;
}

const renderRule = (rule: Rule): string => `
## ${rule.id}

**${rule.title}**（${SEVERITY[rule.severity]}，版本 ${rule.version}）

- 比较：${rule.formula}
- 容差：${TOLERANCE[rule.tolerance]}
- 范围：${RULE_SCOPE_TITLES[rule.scope]}
- 依据：${AUTHORITY[rule.authority.kind]}——${rule.authority.source}
- 为什么要看：${rule.why}
- 相符：${titles(rule.examples.passes)}
- 报告：${titles(rule.examples.reports)}
- 不适用：${titles(rule.examples.notApplicable)}
`;

const titles = (examples: RuleExample[]): string => examples.map(({ title }) => title).join('；');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(new URL('../docs/rules.md', import.meta.url), renderRulesDoc());
}
