import { Hono } from 'hono';
import { documentLink, findingLink } from '../../links.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { readValue } from './read-value.js';
import { ValueView } from './value-view.js';

/** `/values/i123`: a value walked back to the cells it was read from; findings and documents have pages of their own. */
export const valuePage = (site: Site): Hono =>
  new Hono().get('/values/:key', async (context) => {
    const key = context.req.param('key');
    const located = await site.store.locate(key);
    const id = Number(key.slice(1));
    if (located.kind === 'finding') return context.redirect(findingLink(id));
    if (located.kind === 'document') return context.redirect(documentLink(id));
    return renderPage(context, <ValueView site={site} value={await readValue(site, located)} />);
  });
