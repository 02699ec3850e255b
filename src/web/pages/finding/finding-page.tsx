import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { readFindingQuery, tellDone } from '../../finding-query.js';
import { renderPage } from '../../render-page.js';
import { rememberReviewer, reviewerOf } from '../../reviewer-cookie.js';
import { backAddress, readAnswer, readWayOn, saveAnswer } from '../../reviews/save-answer.js';
import { readForm } from '../../safety/read-form.js';
import type { Site } from '../../site.js';
import { ConflictView } from './conflict-view.js';
import { FindingView } from './finding-view.js';
import { readFinding } from './read-finding.js';

/** 疑点: one finding with its evidence, and the reviewer's answer to it. */
export const findingPage = (site: Site): Hono =>
  new Hono()
    .get('/findings/:id{[0-9]{1,15}}', async (context) => {
      const query = readFindingQuery(context.req.url);
      const id = Number(context.req.param('id'));
      const page = await readFinding(site, id, query);
      if (!page) throw new HTTPException(404, { message: `库中没有疑点 f${id}` });
      return renderPage(
        context,
        <FindingView site={site} query={query} page={page} who={reviewerOf(context)} />,
      );
    })
    .post('/findings/:id{[0-9]{1,15}}/review', async (context) => {
      if (site.readOnly) throw new HTTPException(403, { message: '本站只供查看，不能复核' });
      const id = Number(context.req.param('id'));
      const answer = readAnswer(await readForm(context));
      const wayOn = readWayOn(site.store, id, answer.back);
      const result = await saveAnswer(site.store, id, answer);
      rememberReviewer(context, answer.who);
      if (result.kind !== 'outdated') {
        const done = result.kind === 'saved' ? { batch: result.batch } : { unchanged: id };
        return context.redirect(tellDone(await wayOn(), done), 303);
      }
      const back = backAddress(answer.back, id);
      return renderPage(
        context,
        <ConflictView site={site} id={id} answer={answer} stored={result.stored} back={back} />,
        409,
      );
    });
