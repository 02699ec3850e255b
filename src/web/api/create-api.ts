import { OpenAPIHono, z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { programVersion } from '../../app/program-version.js';
import type { Site } from '../site.js';
import { compareRoute } from './compare-route.js';
import { facetsRoute } from './facets-route.js';
import { readingRoutes } from './reading-routes.js';
import { reviewsRoute } from './reviews-route.js';
import { searchRoute } from './search-route.js';
import { storeRoute } from './store-route.js';
import { viewRoutes } from './view-routes.js';

const ROUTES = [storeRoute, searchRoute, facetsRoute, compareRoute, reviewsRoute, readingRoutes, viewRoutes];

const DESCRIPTION = {
  openapi: '3.1.0',
  info: {
    title: '明账数据接口',
    version: programVersion(),
    description: '与网页相同的数据，JSON 格式；字段含义与库的视图一致。',
  },
  servers: [{ url: '/' }],
};

z.config(z.locales.zhCN());

/** The data of the site as JSON under /api/v1; /api/v1/openapi.json describes it (OpenAPI 3.1), from the same schemas. */
export function createApi(site: Site): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) {
        const problems = result.error.issues.map(({ path, message }) => [...path, message].join('：'));
        throw new HTTPException(400, { message: `参数不对。${problems.join('；')}` });
      }
    },
  }).basePath('/api/v1');
  for (const add of ROUTES) add(api, site);
  api.doc31('/openapi.json', DESCRIPTION);
  return api;
}

/** What /api/v1/openapi.json says. */
export const describeApi = (site: Site): ApiDescription => createApi(site).getOpenAPI31Document(DESCRIPTION);

export type ApiDescription = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
