import { RULES } from '../audit/run/rules.js';
import { QueryError } from '../model/facts/query-error.js';
import type { AuditScope } from '../model/finding.js';
import type { Store } from '../model/ports/store.js';
import { findRegions } from '../pipeline/subjects/find-regions.js';

/**
 * The scope a person gives an audit, without the parts not given.
 * @throws QueryError on a rule or region there is not, and on a department nothing in the store is of
 */
export async function auditScope(store: Store, given: AuditScope): Promise<AuditScope> {
  const unknown = await unknownPart(store, given);
  if (unknown !== null) throw new QueryError(unknown);
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Which rule or region there is not, or which department nothing in the store is of, in words; null where all are known. */
export async function unknownPart(
  store: Store,
  { region, department, rules = [] }: Pick<AuditScope, 'region' | 'department' | 'rules'>,
): Promise<string | null> {
  const unknown = rules.filter((id) => !RULES.some((rule) => rule.id === id));
  if (unknown.length > 0) return `没有规则 ${unknown.join('、')}；运行 mingzhang rules 查看`;
  const isStored = async (filter: { region?: string; department?: string }): Promise<boolean> =>
    (await store.count('documents', filter, 1)).rows > 0;
  if (region !== undefined && !(await isStored({ region })) && findRegions(region).length === 0) {
    return `没有地区 ${region}；请写行政区划代码或名称`;
  }
  if (department !== undefined && !(await isStored({ department }))) {
    return `库中没有名称含 ${department} 的部门；mingzhang query documents 列出各部门`;
  }
  return null;
}
