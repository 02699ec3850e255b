import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { systemFault } from '../model/explain-error.js';
import { QueryError } from '../model/facts/query-error.js';
import { StoreError } from '../model/facts/store-error.js';
import { UserError } from '../model/facts/user-error.js';
import { createApi } from './api/create-api.js';
import { alikePage } from './pages/alike/alike-page.js';
import { answersPage } from './pages/answers/answers-page.js';
import { apiDocsPage } from './pages/api-docs/api-docs-page.js';
import { changedReviewsPage } from './pages/changed-reviews/changed-reviews-page.js';
import { collectPage } from './pages/collect/collect-page.js';
import { comparePage } from './pages/compare/compare-page.js';
import { coveragePage } from './pages/coverage/coverage-page.js';
import { departmentPage } from './pages/department/department-page.js';
import { correctPage } from './pages/document/correct-page.js';
import { documentPage } from './pages/document/document-page.js';
import { documentsPage } from './pages/documents/documents-page.js';
import { repairPage } from './pages/documents/repair-page.js';
import { findingPage } from './pages/finding/finding-page.js';
import { findingsPage } from './pages/findings/findings-page.js';
import { homePage } from './pages/home/home-page.js';
import { assignPage } from './pages/import/assign-page.js';
import { importPage } from './pages/import/import-page.js';
import { lettersPage } from './pages/letters/letters-page.js';
import { namesPage } from './pages/names/names-page.js';
import { projectPage } from './pages/project/project-page.js';
import { queuePage } from './pages/queue/queue-page.js';
import { rulesPage } from './pages/rules/rules-page.js';
import { searchPage } from './pages/search/search-page.js';
import { sqlPage } from './pages/sql/sql-page.js';
import { tabulatePage } from './pages/tabulate/tabulate-page.js';
import { trackPage } from './pages/track/track-page.js';
import { trendPage } from './pages/trend/trend-page.js';
import { valuePage } from './pages/value/value-page.js';
import { ErrorView } from './parts/error-view.js';
import { renderPage } from './render-page.js';
import { accessToken } from './safety/access-token.js';
import { formLimit } from './safety/form-limit.js';
import { isLoopback } from './safety/is-loopback.js';
import { sameSite } from './safety/same-site.js';
import { securityHeaders } from './safety/security-headers.js';
import { serveAssets } from './serve-assets.js';
import type { Site } from './site.js';
import { wholeNames } from './whole-names.js';

const PAGES = [
  homePage,
  searchPage,
  departmentPage,
  projectPage,
  documentsPage,
  repairPage,
  namesPage,
  documentPage,
  valuePage,
  assignPage,
  collectPage,
  correctPage,
  findingsPage,
  findingPage,
  lettersPage,
  alikePage,
  answersPage,
  changedReviewsPage,
  rulesPage,
  comparePage,
  trendPage,
  trackPage,
  coveragePage,
  tabulatePage,
  sqlPage,
  queuePage,
  apiDocsPage,
];

export interface AppOptions {
  /** Address the server listens on. */
  host: string;
  /** Required of every visitor; absent on the machine's own address. */
  token?: string;
  /** Opens `/enter/CODE` once, in exchange for the token. */
  code?: string;
  /** Told of errors of the program; requests that are wrong are none. */
  reportError: (error: Error, path: string) => void;
}

/** The site as one function from requests to responses. */
export function createApp(site: Site, { host, token, code, reportError }: AppOptions): Hono {
  const app = new Hono();
  app.use(securityHeaders, sameSite(host));
  if (token !== undefined) app.use(accessToken(token, code));
  app.use(formLimit, wholeNames(site.store));
  app.route('/', serveAssets());
  for (const page of PAGES) app.route('/', page(site));
  app.route('/', importPage(site, isLoopback(host)));
  app.route('/', createApi(site));
  app.notFound((context) => {
    const message = '网址有误，或所指的内容已不在库中。';
    if (isApi(context.req.path)) return context.json({ error: message }, 404);
    return renderPage(context, <ErrorView site={site} title="没有这一页" message={message} />, 404);
  });
  app.onError((error, context) => {
    const { status, title, message } = describeError(error);
    if (status === 500) reportError(error, context.req.path);
    if (isApi(context.req.path)) return context.json({ error: message }, status);
    return renderPage(context, <ErrorView site={site} title={title} message={message} />, status);
  });
  return app;
}

/** What the system answers to a path that a visitor gave. */
const WRONG_PATH = new Set(['EACCES', 'EPERM', 'ENAMETOOLONG', 'ELOOP']);

const isApi = (path: string): boolean => path.startsWith('/api/');

function describeError(error: Error): { status: ContentfulStatusCode; title: string; message: string } {
  if (error instanceof HTTPException) {
    return { status: error.status as ContentfulStatusCode, title: '无法完成', message: error.message };
  }
  if (error instanceof QueryError) return { status: 400, title: '这个问题问得不对', message: error.message };
  if (error instanceof StoreError) return { status: 503, title: '库暂时不能用', message: error.message };
  if (error instanceof UserError) return { status: 400, title: '无法完成', message: error.message };
  const { code = '' } = error as NodeJS.ErrnoException;
  const fault = systemFault(error);
  if (fault !== null && code === 'ENOSPC') return { status: 507, title: '无法完成', message: fault };
  if (fault !== null && WRONG_PATH.has(code)) return { status: 400, title: '无法完成', message: fault };
  return { status: 500, title: '程序出错', message: '详情已写在启动本站的终端里；可返回上一页再试。' };
}
