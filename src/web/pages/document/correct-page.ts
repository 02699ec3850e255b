import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { correctText } from '../../../app/correct-text.js';
import { documentNumbered } from '../../document-numbered.js';
import { ownPath } from '../../safety/own-path.js';
import { readForm } from '../../safety/read-form.js';
import type { Site } from '../../site.js';

/** POST /documents/ID/correct: what is printed at a place, by a person's hand; then back to where the form stood. */
export const correctPage = (site: Site): Hono =>
  new Hono().post('/documents/:id{[0-9]+}/correct', async (context) => {
    const { store, readOnly } = site;
    if (readOnly) throw new HTTPException(403, { message: '本站只供查看，不能改正文字' });
    const id = context.req.param('id');
    const document = await documentNumbered(store, id);
    const form = await readForm(context);
    const [place, text] = [form.get('place'), form.get('text')];
    if (!place || text === undefined) throw new HTTPException(400, { message: '表单里没有位置或文字' });
    const given = form.has('undo') ? null : text.replaceAll('\r\n', '\n').trim();
    await correctText(store, document, place, given);
    return context.redirect(ownPath(form.get('back')) ?? `/documents/${id}`, 303);
  });
