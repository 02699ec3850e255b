import { HTTPException } from 'hono/http-exception';
import type { AuditScope } from '../../../model/finding.js';
import { findRegions } from '../../../pipeline/find-regions.js';
import { QueryError } from '../../../store/query-error.js';
import type { Site } from '../../site.js';

/**
 * Starts an audit over the scope a form gives: `region`, `year`, `department`, blank for all.
 * @throws QueryError on a malformed scope; HTTPException 409 while another audit is running
 */
export function startAudit({ store, audits }: Site, form: ReadonlyMap<string, string>): void {
  const given = (name: string): string | undefined => form.get(name)?.trim() || undefined;
  const [region, year, department] = [given('region'), yearOf(given('year')), given('department')];
  const scope: AuditScope = {};
  if (year !== undefined) scope.year = year;
  if (department !== undefined) scope.department = department;
  if (region !== undefined) {
    scope.regions = findRegions(region, year).map(({ code, name }) => code ?? name);
    if (scope.regions.length === 0) throw new QueryError(`没有地区 ${region}；请写行政区划代码或全名`);
  }
  const documents = store.query('documents', { region, year, department }, { columns: ['id'] }).rows.length;
  const title =
    [region, year === undefined ? undefined : `${year} 年`, department]
      .filter((each) => each !== undefined)
      .join('，') || '库中全部';
  if (!audits.start({ scope, title, documents })) {
    throw new HTTPException(409, { message: '已有一次核查在运行，请等它结束' });
  }
}

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined || /^(19|20)\d{2}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new QueryError(`年度应为四位年份，如 2024，不能是 ${text}`);
}
