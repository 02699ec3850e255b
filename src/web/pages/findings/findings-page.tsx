import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { auditScope } from '../../../app/audit-scope.js';
import { QueryError } from '../../../model/facts/query-error.js';
import { chosenColumns } from '../../chosen-columns.js';
import { readFindingQuery } from '../../finding-query.js';
import { filterValue } from '../../list-query.js';
import { renderPage } from '../../render-page.js';
import { reviewerOf } from '../../reviewer-cookie.js';
import { readForm } from '../../safety/read-form.js';
import type { Site } from '../../site.js';
import { exportFindings } from './export-findings.js';
import { FINDING_COLUMNS } from './findings-table.js';
import { FindingsView } from './findings-view.js';
import { readFindings } from './read-findings.js';

/** 疑点清单: the findings, their review, their export, and the audit that finds them. */
export const findingsPage = (site: Site): Hono =>
  new Hono()
    .get('/findings', async (context) => {
      const asked = readFindingQuery(context.req.url);
      const { names, given } = chosenColumns(context, asked.given, {
        name: 'finding-list',
        columns: FINDING_COLUMNS,
      });
      requireColumns(names ?? []);
      const query = { ...asked, given };
      const props = {
        site,
        query,
        findings: await readFindings(site.store, query),
        audit: site.audits.state(),
      };
      return renderPage(context, <FindingsView {...props} who={reviewerOf(context)} chosen={names} />);
    })
    .get('/findings/export', (context) => exportFindings(context, site.store))
    .get('/audit', (context) => {
      context.header('Cache-Control', 'no-store');
      return context.json(site.audits.state());
    })
    .post('/audit', async (context) => {
      if (site.readOnly) throw new HTTPException(403, { message: '本站只供查看，不能运行核查' });
      await startAudit(site, await readForm(context));
      return context.redirect('/findings', 303);
    });

/** @throws QueryError on a name that is no column of the list */
function requireColumns(names: readonly string[]): void {
  const known = FINDING_COLUMNS.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new QueryError(`疑点清单没有列 ${unknown}；可用：${known.join('、')}`);
}

/**
 * Starts an audit over the scope a form gives: `region`, `year`, `department`, blank for all.
 * @throws QueryError on a malformed scope; HTTPException 409 while another audit is running
 */
async function startAudit({ store, audits }: Site, form: ReadonlyMap<string, string>): Promise<void> {
  const given = (name: string): string | undefined => form.get(name)?.trim() || undefined;
  const [region, yearText, department] = [given('region'), given('year'), given('department')];
  const year = yearText === undefined ? undefined : Number(filterValue('year', yearText));
  const scope = await auditScope(store, { region, year, department });
  const documents = (await store.count('documents')).rows;
  const title =
    [region, year === undefined ? undefined : `${year} 年`, department]
      .filter((each) => each !== undefined)
      .join('，') || '库中全部';
  if (!audits.start({ scope, title, documents })) {
    throw new HTTPException(409, { message: '已有一次核查在运行，请等它结束' });
  }
}
