import { RULES } from '../audit/run/rules.js';
import { QueryError } from '../model/facts/query-error.js';
import type { AuditScope } from '../model/finding.js';
import type { Store } from '../model/ports/store.js';
import { findRegions, regionWords } from '../pipeline/subjects/find-regions.js';

/**
 * The scope a person gives an audit, without the parts not given.
 * @throws QueryError on a rule or region there is not, and on a department nothing in the store is of
 */
export async function auditScope(store: Store, given: AuditScope): Promise<AuditScope> {
  await requireKnown(store, given);
  const unknown = await unknownDepartment(store, given.department);
  if (unknown !== null) throw unknown;
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** @throws QueryError on a rule or region there is not; one that nothing in the store is of passes */
export async function requireKnown(
  store: Store,
  { region, rules = [] }: Pick<AuditScope, 'region' | 'rules'>,
): Promise<void> {
  const known = RULES.map(({ id }) => id);
  const unknown = rules.filter((id) => !known.includes(id));
  const [word] = unknown;
  if (word !== undefined) {
    throw new QueryError(`没有规则 ${unknown.join('、')}；运行 mingzhang rules 查看`, {
      unknown: { word, known },
    });
  }
  if (region === undefined || findRegions(region).length > 0 || (await isStored(store, { region }))) return;
  const stored = await storedWords(store, ['province', 'city', 'region']);
  throw new QueryError(`没有地区 ${region}；请写行政区划代码或名称`, {
    unknown: { word: region, known: [...stored, ...regionWords()] },
  });
}

/** What there is to say of a department nothing in the store is of; null where something is, or none is given. */
export async function unknownDepartment(
  store: Store,
  department: string | undefined,
): Promise<QueryError | null> {
  if (department === undefined || (await isStored(store, { department }))) return null;
  return new QueryError(`库中没有名称含 ${department} 的部门；mingzhang query documents 列出各部门`, {
    unknown: { word: department, known: await storedWords(store, ['department_key', 'department']) },
  });
}

export const isStored = async (
  store: Store,
  filter: { region?: string; department?: string },
): Promise<boolean> => (await store.count('documents', filter, 1)).rows > 0;

/** The words the documents of the store have in these columns. */
export const storedWords = async (store: Store, columns: readonly string[]): Promise<string[]> =>
  (await store.distinct('documents', columns)).flatMap((row) =>
    Object.values(row).filter((word) => typeof word === 'string'),
  );
