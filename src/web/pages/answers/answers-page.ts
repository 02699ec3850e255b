import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { findingInList, readFindingQuery, tellDone } from '../../finding-query.js';
import { backAddress } from '../../reviews/save-answer.js';
import { readForm } from '../../safety/read-form.js';
import type { Site } from '../../site.js';

/** POST /answers/BATCH/undo: takes answers given together back, and opens what they were given to. */
export const answersPage = (site: Site): Hono =>
  new Hono().post('/answers/:batch{[0-9]{1,15}}/undo', async (context) => {
    if (site.readOnly) throw new HTTPException(403, { message: '本站只供查看，不能复核' });
    const batch = Number(context.req.param('batch'));
    const back = (await readForm(context)).get('back') ?? '';
    const [first] = await site.store.givenAnswers(batch);
    if (!first) throw new HTTPException(404, { message: `库中没有第 ${batch} 次答复` });
    const address = returnAddress(backAddress(back, first.id), first.id);
    await site.store.undoAnswers(batch);
    return context.redirect(tellDone(address, { batch }), 303);
  });

/** In the list at the row of the finding; from the page of any finding to that of this one. */
function returnAddress(back: string, id: number): string {
  const url = new URL(back, 'http://site.invalid');
  if (url.pathname === '/findings') return `${url.pathname}${url.search}#f${id}`;
  return findingInList(id, readFindingQuery(url.href));
}
