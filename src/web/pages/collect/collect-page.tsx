import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CollectRunner } from '../../collects/collect-runner.js';
import type { CollectWish } from '../../collects/collect-task.js';
import { PageFrame } from '../../parts/page-frame.js';
import { renderPage } from '../../render-page.js';
import { readForm } from '../../safety/read-form.js';
import type { Site } from '../../site.js';
import { CollectView, WrongWishView } from './collect-view.js';
import { readFields, readWish, WrongWish } from './read-wish.js';

/** /collect: addresses into a folder of this machine, with progress host by host; then into the store by an import. */
export function collectPage(site: Site): Hono {
  const runnerOf = (): CollectRunner => {
    if (site.readOnly || !site.collects) {
      throw new HTTPException(403, {
        message: '本站只供查看，或可以从别的机器访问，不能收集；请在库所在的机器上运行 mingzhang collect',
      });
    }
    return site.collects;
  };
  const framed = (view: JSX.Element): JSX.Element => (
    <PageFrame
      site={site}
      title="收集"
      section="/collect"
      scripts={['follow.js']}
      styles={['lists.css', 'import.css']}
    >
      {view}
    </PageFrame>
  );
  return new Hono()
    .get('/collect', (context) => renderPage(context, framed(<CollectView state={runnerOf().state()} />)))
    .post('/collect', async (context) => {
      const runner = runnerOf();
      const fields = readFields(await readForm(context));
      let wish: CollectWish;
      try {
        wish = readWish(fields);
      } catch (error) {
        if (!(error instanceof WrongWish)) throw error;
        return renderPage(context, framed(<WrongWishView message={error.message} fields={fields} />), 400);
      }
      if (!runner.start(wish)) {
        throw new HTTPException(409, { message: '已经在收集；请等它结束，或先停止' });
      }
      return context.redirect('/collect', 303);
    })
    .post('/collect/stop', (context) => {
      runnerOf().askToStop();
      return context.redirect('/collect', 303);
    });
}
