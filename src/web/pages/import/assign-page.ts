import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { assignDocuments, undoAssign } from '../../../app/assign-documents.js';
import { documentNumbered } from '../../document-numbered.js';
import { readHints } from '../../read-hints.js';
import { reviewerOf } from '../../reviewer-cookie.js';
import { ownPath } from '../../safety/own-path.js';
import { readForm } from '../../safety/read-form.js';
import type { Site } from '../../site.js';

/** POST /documents/ID/assign: region, year, department of a document by a person's hand, or the last assignment taken back; then back to where the form stood. */
export const assignPage = (site: Site): Hono =>
  new Hono().post('/documents/:id{[0-9]+}/assign', async (context) => {
    const { store, readOnly } = site;
    if (readOnly) throw new HTTPException(403, { message: '本站只供查看，不能指定归属' });
    const document = await documentNumbered(store, context.req.param('id'));
    const form = await readForm(context);
    if (form.has('undo')) await undoAssign(store, [document]);
    else {
      const given = readHints((name) => form.get(name));
      await assignDocuments(store, [document], given, reviewerOf(context) || null);
    }
    return context.redirect(ownPath(form.get('back')) ?? `/documents/${context.req.param('id')}`, 303);
  });
