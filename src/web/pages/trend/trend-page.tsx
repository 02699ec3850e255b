import { Hono } from 'hono';
import { trendOf } from '../../../compare/trend/trend-of.js';
import { QueryError } from '../../../model/facts/query-error.js';
import type { Trend } from '../../../model/trend.js';
import { departmentOfProject, oneDepartment } from '../../../pipeline/subjects/one-department.js';
import type { Store } from '../../../store/open-store.js';
import { type ListQuery, readListQuery } from '../../list-query.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { TrendView } from './trend-view.js';

/** 历年: a department or project over the years. */
export const trendPage = (site: Site): Hono =>
  new Hono().get('/trend', async (context) => {
    const query = readListQuery(context.req.url);
    const trend = await readTrend(site.store, query);
    return renderPage(context, <TrendView site={site} query={query} trend={trend} />);
  });

/** null: nothing was asked yet. @throws QueryError where the words mean no department or several */
async function readTrend(
  store: Store,
  { given: { region, department, project } }: ListQuery,
): Promise<Trend | null> {
  if (project !== undefined) {
    const id = /^p?(\d{1,16})$/.exec(project)?.[1];
    if (id === undefined) throw new QueryError(`项目编号形如 p12，不能是 ${project}`);
    const row = await store.projectRow(Number(id));
    return trendOf(await departmentOfProject(store, row), row);
  }
  if (region === undefined && department === undefined) return null;
  if (region === undefined || department === undefined) {
    throw new QueryError('请同时写地区和部门，如 地区 石峰区、部门 信访局');
  }
  return trendOf(await oneDepartment(store, region, department));
}
