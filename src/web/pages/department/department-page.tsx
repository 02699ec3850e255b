import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { trendOf } from '../../../app/trend.js';
import { QueryError } from '../../../model/facts/query-error.js';
import { STAGE_TITLES } from '../../../model/facts/stages.js';
import { showYear } from '../../parts/format-figures.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { DepartmentView } from './department-view.js';
import { type Department, type EditionNamed, findDepartment } from './find-department.js';
import { readEdition } from './read-edition.js';

/** 部门: /department?region=CODE-or-name&key=DEPARTMENT_KEY, with `year` and `stage` where it has several. */
export const departmentPage = (site: Site): Hono =>
  new Hono().get('/department', async (context) => {
    const { region, key, year, stage } = context.req.query();
    if (!region || !key) {
      throw new QueryError('部门的网址要有 region（地区名称或代码）和 key（部门统一名称）');
    }
    const department = await findDepartment(site.store, { region, key });
    const edition = await readEdition(site.store, department, editionMeant(department, year, stage));
    return renderPage(
      context,
      <DepartmentView
        site={site}
        department={department}
        edition={edition}
        trend={trendOf(department.rows)}
      />,
    );
  });

/** Without year and stage the newest one. @throws HTTPException 404 where the department has none such */
function editionMeant({ editions }: Department, year?: string, stage?: string): EditionNamed {
  const meant = editions.find(
    (each) => (!year || String(each.year ?? '未定') === year) && (!stage || each.stage === stage),
  );
  if (meant) return meant;
  const had = editions.map((each) => `${showYear(each.year)}${STAGE_TITLES[each.stage]}`).join('、');
  throw new HTTPException(404, { message: `库中没有这个部门这一年度、阶段的公开内容；有：${had}` });
}
