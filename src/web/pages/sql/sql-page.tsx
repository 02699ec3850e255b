import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { withNearest } from '../../../app/nearest-words.js';
import { SQL_LIMITS } from '../../../app/sql-limits.js';
import { QueryError } from '../../../model/facts/query-error.js';
import type { SqlResult } from '../../../model/ports/questions.js';
import type { SavedQuestion } from '../../../model/saved-question.js';
import { renderList } from '../../../report/render-list.js';
import { fileOf } from '../../list-file.js';
import { renderPage } from '../../render-page.js';
import { readForm } from '../../safety/read-form.js';
import type { Site } from '../../site.js';
import {
  askedIn,
  editedLink,
  missingOf,
  type ResultFormat,
  readSqlQuery,
  type SqlQuery,
  sqlLink,
  valuesOf,
} from './sql-query.js';
import { type RefusedSaving, SqlView } from './sql-view.js';

/** SQL: one SELECT over the views, its result as a table or a file, and statements kept under an address of their own. */
export const sqlPage = (site: Site): Hono =>
  new Hono()
    .get('/sql', (context) => answer(context, site, null))
    .post('/sql', async (context) => {
      refuseReadOnly(site);
      const form = await readForm(context);
      const [name = '', about = ''] = ['name', 'about'].map((each) => form.get(each)?.trim());
      const query = askedIn(form);
      const question = { name, sql: query.sql, about: about === '' ? null : about };
      try {
        await site.store.saveQuestion(question, form.get('replace') === '1');
      } catch (error) {
        if (!(error instanceof QueryError)) throw error;
        return page(context, site, query, { ...question, wrong: error.message });
      }
      return context.redirect(sqlLink({ ...query, saved: { ...question, at: '' } }), 303);
    })
    .get('/sql/:name', async (context) => {
      const saved = await site.store.savedQuestion(context.req.param('name'));
      if (!saved) return context.notFound();
      const edited = editedLink(context.req.url, saved);
      return edited === null ? answer(context, site, saved) : context.redirect(edited, 303);
    })
    .post('/sql/:name/remove', async (context) => {
      refuseReadOnly(site);
      await site.store.removeQuestion(context.req.param('name'));
      return context.redirect('/sql', 303);
    });

function refuseReadOnly({ readOnly }: Site): void {
  if (readOnly) throw new HTTPException(403, { message: '本站只供查看，不能保存或删去查询' });
}

async function answer(context: Context, site: Site, saved: SavedQuestion | null): Promise<Response> {
  const query = readSqlQuery(context.req.url, saved);
  if (query.format !== null) return file(context, site, query, query.format);
  return page(context, site, query, null);
}

async function page(
  context: Context,
  site: Site,
  query: SqlQuery,
  refused: RefusedSaving | null,
): Promise<Response> {
  const isAsked = query.sql !== '' && missingOf(query).length === 0;
  const found = isAsked ? await ask(site, query) : null;
  const questions = await site.store.savedQuestions();
  return renderPage(
    context,
    <SqlView site={site} query={query} found={found} questions={questions} refused={refused} />,
    refused !== null || (found !== null && 'wrong' in found) ? 400 : 200,
  );
}

/** The first rows, or what is wrong with the statement. */
async function ask({ sql }: Site, query: SqlQuery): Promise<SqlResult | { wrong: string }> {
  try {
    return await sql(query.sql, valuesOf(query), SQL_LIMITS.shown);
  } catch (error) {
    if (error instanceof QueryError) return { wrong: withNearest(error.message, error.unknown) };
    throw error;
  }
}

/**
 * The result in the bytes `mingzhang sql` writes.
 * @throws QueryError on a wrong statement, and where it has more rows than a file may: never is a part given for the whole
 */
async function file(context: Context, site: Site, query: SqlQuery, format: ResultFormat): Promise<Response> {
  const missing = missingOf(query);
  if (query.sql === '' || missing.length > 0) {
    throw new QueryError(query.sql === '' ? '缺少 sql' : `缺少参数 ${missing.join('、')}`);
  }
  const { rows, columns, truncated } = await site.sql(query.sql, valuesOf(query), SQL_LIMITS.filed);
  if (truncated) {
    throw new QueryError(`结果超过一份文件的上限（${SQL_LIMITS.filed} 行，128 MB）；请加条件，或分几次查`);
  }
  const named = columns.map((name) => ({ name, title: name }));
  return fileOf(context, 'sql', format, await renderList(rows, named, format), query.saved?.name ?? 'sql');
}
