import { HTTPException } from 'hono/http-exception';
import { auditScope } from '../../../app/audit-scope.js';
import { SUBJECT_FILTERS } from '../../../model/filters.js';
import { filterValue } from '../../list-query.js';
import type { Site } from '../../site.js';

/**
 * Starts an audit over the scope a form gives: `region`, `year`, `department`, blank for all.
 * @throws QueryError on a malformed scope; HTTPException 409 while another audit is running
 */
export async function startAudit({ store, audits }: Site, form: ReadonlyMap<string, string>): Promise<void> {
  const [region, yearText, department] = SUBJECT_FILTERS.map((name) => form.get(name)?.trim() || undefined);
  const year = yearText === undefined ? undefined : Number(filterValue('year', yearText));
  const scope = await auditScope(store, { region, year, department });
  const documents = (await store.query('documents', { region, year, department }, { columns: ['id'] })).rows
    .length;
  const title =
    [region, year === undefined ? undefined : `${year} 年`, department]
      .filter((each) => each !== undefined)
      .join('，') || '库中全部';
  if (!audits.start({ scope, title, documents })) {
    throw new HTTPException(409, { message: '已有一次核查在运行，请等它结束' });
  }
}
