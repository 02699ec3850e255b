import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { readFindingQuery } from '../../finding-query.js';
import { renderPage } from '../../render-page.js';
import { reviewerOf } from '../../reviewer-cookie.js';
import { readForm } from '../../safety/read-form.js';
import type { Site } from '../../site.js';
import { exportFindings } from './export-findings.js';
import { FindingsView } from './findings-view.js';
import { readFindings } from './read-findings.js';
import { startAudit } from './start-audit.js';

/** 疑点清单: the findings, their review, their export, and the audit that finds them. */
export const findingsPage = (site: Site): Hono =>
  new Hono()
    .get('/findings', async (context) => {
      const query = readFindingQuery(context.req.url);
      const props = {
        site,
        query,
        findings: await readFindings(site.store, query),
        audit: site.audits.state(),
      };
      return renderPage(context, <FindingsView {...props} who={reviewerOf(context)} />);
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
