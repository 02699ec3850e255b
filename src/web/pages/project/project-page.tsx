import { Hono } from 'hono';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { ProjectView } from './project-view.js';
import { readProject } from './read-project.js';

/** 项目: /projects/ID, the id of the view `projects`. */
export const projectPage = (site: Site): Hono =>
  new Hono().get('/projects/:id{[0-9]{1,16}}', async (context) =>
    renderPage(
      context,
      <ProjectView site={site} details={await readProject(site.store, Number(context.req.param('id')))} />,
    ),
  );
