import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { answerTogether } from '../../../app/review.js';
import { readFindingQuery, tellDone } from '../../finding-query.js';
import { renderPage } from '../../render-page.js';
import { rememberReviewer, reviewerOf } from '../../reviewer-cookie.js';
import { readWayOn } from '../../reviews/save-answer.js';
import { readForm } from '../../safety/read-form.js';
import type { Site } from '../../site.js';
import { AlikeView } from './alike-view.js';
import { readAlike } from './read-alike.js';
import { readBatch } from './read-batch.js';
import { RefusedView } from './refused-view.js';

const PATH = '/findings/:id{[0-9]{1,15}}/alike';

/** 一并作答: findings of one rule on one department, answered together with one reason. */
export const alikePage = (site: Site): Hono =>
  new Hono()
    .use(PATH, async (_, next) => {
      if (site.readOnly) throw new HTTPException(403, { message: '本站只供查看，不能复核' });
      await next();
    })
    .get(PATH, async (context) => {
      const query = readFindingQuery(context.req.url);
      const id = Number(context.req.param('id'));
      const alike = await readAlike(site.store, id);
      if (!alike) throw new HTTPException(404, { message: `库中没有疑点 f${id}` });
      return renderPage(
        context,
        <AlikeView site={site} query={query} alike={alike} who={reviewerOf(context)} />,
      );
    })
    .post(PATH, async (context) => {
      const id = Number(context.req.param('id'));
      const { findings, ...answer } = readBatch(await readForm(context));
      const wayOn = readWayOn(site.store, id, answer.back);
      const result = await answerTogether(site.store, findings, answer);
      rememberReviewer(context, answer.who);
      const address = await wayOn();
      const onward =
        result.batch === null
          ? tellDone(address, { unchanged: id })
          : tellDone(address, { batch: result.batch });
      if (result.outdated.length === 0) return context.redirect(onward, 303);
      return renderPage(context, <RefusedView site={site} result={result} onward={onward} />, 409);
    });
