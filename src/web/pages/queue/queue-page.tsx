import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { PageFrame } from '../../parts/page-frame.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { QueueView } from './queue-view.js';

/** /queue: what waits for readers on any host, what they are at, and what could not be read. */
export const queuePage = (site: Site): Hono =>
  new Hono().get('/queue', async (context) => {
    if (!site.queue) {
      throw new HTTPException(404, {
        message: '本站打开时没有说明队列；请用 mingzhang serve --queue postgres://… 打开',
      });
    }
    const standing = await site.queue.standing();
    return renderPage(
      context,
      <PageFrame site={site} title="队列" section="/queue" scripts={['follow.js']}>
        <QueueView standing={standing} />
      </PageFrame>,
    );
  });
