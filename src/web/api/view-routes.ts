import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ViewFilter } from '../../model/filters.js';
import type { Page } from '../../model/ports/questions.js';
import { rowSchema } from '../../model/row-schema.js';
import { VIEWS, type View } from '../../model/views.js';
import type { Site } from '../site.js';
import { answer } from './answer.js';
import { listParameters } from './list-parameters.js';

interface ListRequest extends ViewFilter, Pick<Page, 'sort'> {
  limit: number;
  offset: number;
  columns?: string;
}

/** One list for each public view, with the columns and filters of `mingzhang query`. */
export const viewRoutes = (api: OpenAPIHono, site: Site): void => {
  for (const view of VIEWS) addViewRoute(api, site, view);
};

function addViewRoute(api: OpenAPIHono, { store }: Site, view: View): void {
  const route = createRoute({
    method: 'get',
    path: `/${view.name}`,
    summary: view.title,
    description: view.meaning,
    request: { query: listParameters(view) },
    responses: answer(
      z.strictObject({
        rows: z
          .array(rowSchema(view).partial().openapi(view.name))
          .describe('各行；用 columns 时只有所要的列'),
        next: z.string().nullable().describe('下一页的网址，没有则为空'),
      }),
    ),
  });
  api.openapi(route, async (context) => {
    const { limit, offset, sort, columns, ...filter } = context.req.valid('query') as unknown as ListRequest;
    const { rows } = await store.query(view.name, filter, {
      limit: limit + 1,
      offset,
      sort,
      columns: columns?.split(','),
    });
    const url = new URL(context.req.url);
    url.searchParams.set('offset', String(offset + limit));
    const next = rows.length > limit ? `${url.pathname}${url.search}` : null;
    return context.json({ rows: rows.slice(0, limit), next }, 200);
  });
}
