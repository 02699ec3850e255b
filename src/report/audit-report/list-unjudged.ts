import type { AuditReport, ReportRule } from './audit-report.js';
import { departmentTitle, regionTitle, yearTitle } from './titles.js';

/** Something the audit did not judge, and why. */
export interface Unjudged {
  what: '文档未核查' | '未能核查' | '不适用' | '不适用或未能核查';
  /** Title of the rule; null: no rule looked. */
  rule: string | null;
  reason: string;
  /** Path, or department and path; null: counted over all. */
  where: string | null;
  count: number;
}

/**
 * What the audit did not judge: documents in which not everything was looked at, then what could not be judged, place by place, then
 * what did not apply, by rule and reason.
 */
export async function* listUnjudged({
  rules,
  disclosures,
  notAudited,
}: Pick<AuditReport, 'rules' | 'disclosures' | 'notAudited'>): AsyncGenerator<Unjudged> {
  for (const { path, reason } of notAudited) {
    yield { what: '文档未核查', rule: null, reason, where: path, count: 1 };
  }
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const listed = new Map<string, number>();
  for await (const disclosure of disclosures) {
    for (const { rule, reason, count } of disclosure.unjudged) {
      listed.set(keyOf(rule, reason), (listed.get(keyOf(rule, reason)) ?? 0) + count);
      const where = `${regionTitle(disclosure)} ${yearTitle(disclosure)} ${departmentTitle(disclosure)}，${disclosure.path}`;
      yield { what: '未能核查', rule: titles.get(rule) ?? rule, reason, where, count };
    }
  }
  for (const rule of rules) yield* countedReasons(rule, listed);
}

/** The reasons of a rule as often as they are not listed by place already. */
function countedReasons({ id, title, count }: ReportRule, listed: ReadonlyMap<string, number>): Unjudged[] {
  const byPlace = [...listed].reduce((sum, [key, times]) => sum + (key.startsWith(`${id}\n`) ? times : 0), 0);
  // Rules over many documents answer for no place; their count does not say which reason was of which kind.
  const what = count.notEvaluated > byPlace ? '不适用或未能核查' : '不适用';
  return Object.entries(count.reasons).flatMap(([reason, times]): Unjudged[] => {
    const rest = times - (listed.get(keyOf(id, reason)) ?? 0);
    return rest > 0 ? [{ what, rule: title, reason, where: null, count: rest }] : [];
  });
}

const keyOf = (rule: string, reason: string): string => `${rule}\n${reason}`;
