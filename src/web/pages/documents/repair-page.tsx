import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { assignDocuments, documentsWhere, previewAssign, undoRepair } from '../../../app/assign-documents.js';
import { QueryError } from '../../../model/facts/query-error.js';
import type { Store } from '../../../model/ports/store.js';
import { LONGEST_NAME } from '../../parts/review-form.js';
import { readHints } from '../../read-hints.js';
import { renderPage } from '../../render-page.js';
import { rememberReviewer, reviewerOf } from '../../reviewer-cookie.js';
import { ownPath } from '../../safety/own-path.js';
import { readForm } from '../../safety/read-form.js';
import type { Site } from '../../site.js';
import { readDocumentsQuery } from './read-documents.js';
import { MOST_REPAIRED } from './repair-form.js';
import { RepairView } from './repair-view.js';

type Form = ReadonlyMap<string, string>;

const BASE = 'http://site.invalid';

/**
 * POST /documents/repair: shows what region, year or department would become of the documents chosen, or of all the filter means;
 * with `sure` it is done. POST /documents/repair/undo takes such a repair back.
 */
export const repairPage = (site: Site): Hono => {
  const { store } = site;
  const requireChanges = (): void => {
    if (site.readOnly) throw new HTTPException(403, { message: '本站只供查看，不能指定归属' });
  };
  return new Hono()
    .post('/documents/repair', async (context) => {
      requireChanges();
      const form = await readForm(context);
      const back = backOf(form);
      const documents = await documentsOf(store, form, back);
      const given = readHints((name) => form.get(name));
      const sha256 = documents.map((each) => each.sha256);
      if (form.has('sure')) {
        const who = form.get('who')?.trim().slice(0, LONGEST_NAME) || null;
        if (who !== null) rememberReviewer(context, who);
        return context.redirect(doneAt(back, String(await assignDocuments(store, sha256, given, who))), 303);
      }
      const previews = new Map(
        (await previewAssign(store, sha256, given)).map((preview) => [preview.sha256, preview]),
      );
      return renderPage(
        context,
        <RepairView
          site={site}
          documents={documents.flatMap((each) => {
            const preview = previews.get(each.sha256);
            return preview ? [{ id: each.id, preview }] : [];
          })}
          given={{
            region: form.get('region') ?? '',
            year: form.get('year') ?? '',
            department: form.get('department') ?? '',
          }}
          who={reviewerOf(context)}
          back={back}
        />,
      );
    })
    .post('/documents/repair/undo', async (context) => {
      requireChanges();
      const number = (await readForm(context)).get('id') ?? '';
      if (!/^\d{1,9}$/.test(number)) throw new HTTPException(400, { message: '表单里没有要撤回的编号' });
      await undoRepair(store, Number(number));
      return context.redirect(doneAt('/documents', 'undone'), 303);
    });
};

/** The list of documents the form stood on. */
function backOf(form: Form): string {
  const path = ownPath(form.get('back'));
  return path !== null && new URL(path, BASE).pathname === '/documents' ? path : '/documents';
}

function doneAt(back: string, done: string): string {
  const url = new URL(back, BASE);
  url.searchParams.set('done', done);
  return `${url.pathname}${url.search}`;
}

interface NumberedDocument {
  id: number;
  sha256: string;
}

/** Documents chosen, or all the filter of the list means. @throws QueryError where there are none, or too many */
async function documentsOf(store: Store, form: Form, back: string): Promise<NumberedDocument[]> {
  const documents =
    form.get('scope') === 'all'
      ? await numbered(store, {
          sha256: await documentsWhere(store, readDocumentsQuery(`${BASE}${back}`).filter, MOST_REPAIRED + 1),
        })
      : await numbered(store, { id: chosenIn(form) });
  if (documents.length === 0) throw new QueryError('没有选中文档；请回到“文档”页勾选，或选“符合条件的全部”');
  if (documents.length > MOST_REPAIRED) {
    throw new QueryError(`一次至多改 ${MOST_REPAIRED} 份；请缩小条件，或用命令行 mingzhang assign --where`);
  }
  return documents;
}

const chosenIn = (form: Form): number[] =>
  [...form.keys()].flatMap((name) => (/^d\d{1,11}$/.test(name) ? [Number(name.slice(1))] : []));

const numbered = async (
  store: Store,
  match: { id: number[] } | { sha256: string[] },
): Promise<NumberedDocument[]> =>
  (await store.matching('documents', match, ['id', 'sha256', 'path']))
    .toSorted((a, b) => (String(a.path) < String(b.path) ? -1 : 1))
    .map(({ id, sha256 }) => ({ id: Number(id), sha256: String(sha256) }));
