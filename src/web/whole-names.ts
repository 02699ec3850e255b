import type { MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { QueryError } from '../model/facts/query-error.js';
import type { NamedLetter } from '../model/named-letter.js';
import type { Store } from '../model/ports/store.js';
import { type RowName, wholeName } from '../model/row-name.js';

/** What each part of the site has pages of; under `values` the letter is part of the address. */
const LETTERS: Readonly<Record<string, NamedLetter>> = { documents: 'd', projects: 'p', findings: 'f' };

const PATH = /^((?:\/api\/v1)?\/(documents|projects|findings|values)\/)([a-z]?\d[\d-]*)(\/.*)?$/;
/** Whole already: nothing to look up. A mere number is never the beginning of another. */
const isWhole = (kind: string, written: string): boolean =>
  (kind === 'values' ? /^[a-z]\d+$/ : /^\d+$/).test(written);

/** Pages that start from a project the address names. */
const FROM_PROJECT = /^\/(compare|trend|track)$/;

/**
 * An address with a name in it as lists show it (`/documents/d5123`, `/values/i5123-15`, `/trend?project=p5123-1`) leads to the
 * address with the whole number, which every page has; so one page has one address.
 */
export const wholeNames =
  (store: Pick<Store, 'meant'>): MiddlewareHandler =>
  async (context, next) => {
    const url = new URL(context.req.url);
    const before = url.pathname + url.search;
    if (context.req.method === 'GET') {
      const [, part = '', kind = '', written = '', rest = ''] = PATH.exec(url.pathname) ?? [];
      if (written !== '' && !isWhole(kind, written))
        url.pathname = part + (await wholeOf(store, written, LETTERS[kind])) + rest;
      const project = FROM_PROJECT.test(url.pathname) ? url.searchParams.get('project') : null;
      if (project?.includes('-')) url.searchParams.set('project', await wholeOf(store, project, 'p'));
    }
    const after = url.pathname + url.search;
    if (after !== before) return context.redirect(after, 302);
    await next();
  };

/** @param letter of what the address is of; undefined: the name has it */
async function wholeOf(
  store: Pick<Store, 'meant'>,
  written: string,
  letter: NamedLetter | undefined,
): Promise<string> {
  const name = await meant(store, letter !== undefined && /^\d/.test(written) ? letter + written : written);
  if (letter === undefined) return wholeName(name);
  if (name.letter !== letter) throw new HTTPException(404, { message: `${written} 不在这一类里` });
  return String(name.id);
}

async function meant(store: Pick<Store, 'meant'>, name: string): Promise<RowName> {
  try {
    return await store.meant(name);
  } catch (error) {
    if (error instanceof QueryError) throw new HTTPException(404, { message: error.message });
    throw error;
  }
}
