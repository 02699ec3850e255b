import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { decideDepartmentNames, decideProjectNames, undoNames } from '../../../app/decide-name.js';
import { LONGEST_NAME } from '../../parts/review-form.js';
import { renderPage } from '../../render-page.js';
import { rememberReviewer, reviewerOf } from '../../reviewer-cookie.js';
import { ownPath } from '../../safety/own-path.js';
import { readForm } from '../../safety/read-form.js';
import type { Site } from '../../site.js';
import { withoutDone } from '../../without-done.js';
import { readNameButton } from './name-button.js';
import { NamesView } from './names-view.js';
import { readNames, readNamesQuery } from './read-names.js';

/** 名称: departments and projects printed differently, side by side; merged or kept apart, and taken back. */
export const namesPage = (site: Site): Hono => {
  const { store } = site;
  const requireChanges = (): void => {
    if (site.readOnly) throw new HTTPException(403, { message: '本站只供查看，不能合并名称' });
  };
  return new Hono()
    .get('/names', async (context) => {
      requireChanges();
      const { query, done } = withoutDone(readNamesQuery(context.req.url));
      const data = await readNames(store, query, done);
      return renderPage(
        context,
        <NamesView site={site} query={query} data={data} who={reviewerOf(context)} />,
      );
    })
    .post('/names', async (context) => {
      requireChanges();
      const form = await readForm(context);
      const word = readNameButton(form.get('word'));
      const who = form.get('who')?.trim().slice(0, LONGEST_NAME) || null;
      if (who !== null) rememberReviewer(context, who);
      const { decision } =
        word.kind === 'department'
          ? await decideDepartmentNames(store, { ...word, who }, word.region)
          : await decideProjectNames(store, [word.name, word.other], { same: word.same, who });
      return context.redirect(doneAt(form.get('back'), String(decision.id)), 303);
    })
    .post('/names/undo', async (context) => {
      requireChanges();
      const form = await readForm(context);
      const number = form.get('id') ?? '';
      if (!/^\d{1,9}$/.test(number)) throw new HTTPException(400, { message: '表单里没有要撤回的编号' });
      await undoNames(store, Number(number));
      return context.redirect(doneAt(form.get('back'), 'undone'), 303);
    });
};

/** The page the form stood on, saying what was done. */
function doneAt(back: string | undefined, done: string): string {
  const url = new URL(ownPath(back) ?? '/names', 'http://site.invalid');
  url.searchParams.set('done', done);
  return `${url.pathname}${url.search}`;
}
