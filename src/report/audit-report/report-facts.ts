import { countAll } from '../../model/facts/severities.js';
import { showTime } from '../show-time.js';
import type { AuditReport } from './audit-report.js';

/** What there is to know of a run before its findings: when, over what, how much, and what is not listed. */
export function reportFacts(report: AuditReport): [label: string, value: string][] {
  const { runId, at, scope, compared, rules, listed, filtered, looked, notAudited } = report;
  const judged = rules.reduce((sum, { count }) => sum + count.pass + count.fail + count.review, 0);
  const sum = (field: 'notApplicable' | 'notEvaluated'): number =>
    rules.reduce((total, { count }) => total + count[field], 0);
  return [
    ['核查编号', `${runId}（${showTime(at)}）`],
    ['范围', scope],
    [
      '核查了',
      `文档 ${looked.documents} 份，部门公开 ${looked.disclosures} 份，规则 ${rules.length} 条，作出判断 ${judged} 次`,
    ],
    ['列出疑点', `${countAll(listed)} 条：错误 ${listed.error}，提醒 ${listed.warning}，提示 ${listed.note}`],
    ...(filtered
      ? [['没有列出', `${filtered.by}，另有 ${filtered.leftOut} 条没有列出`] as [string, string]]
      : []),
    [
      '与上一次相比',
      compared
        ? `新出现 ${compared.fresh}，仍存在 ${compared.unchanged}，已消失 ${compared.resolved}`
        : '文档、规则、归属都没有改动，没有重查',
    ],
    [
      '没有判断',
      `不适用 ${sum('notApplicable')} 次，未能核查 ${sum('notEvaluated')} 次，没有核查或只核查了一部分的文档 ${notAudited.length} 份；原因见“未执行及原因”`,
    ],
    ['排列', '先按程度，再按差额（元）由大到小'],
  ];
}
