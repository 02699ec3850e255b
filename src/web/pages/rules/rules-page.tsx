import { Hono } from 'hono';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { readRules } from './read-rules.js';
import { RulesView } from './rules-view.js';

/** 核查规则: what is compared, why, and on what authority. */
export const rulesPage = (site: Site): Hono =>
  new Hono().get('/rules', async (context) =>
    renderPage(context, <RulesView site={site} rules={await readRules(site.store)} />),
  );
