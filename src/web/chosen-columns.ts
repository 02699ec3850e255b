import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { COLUMNS } from './list-query.js';
import { USUAL } from './parts/column-chooser.js';

/** A list and the columns it can show; the choice is remembered by its name. */
interface Choice {
  name: string;
  columns: readonly { name: string }[];
}

const A_YEAR = 365 * 24 * 3600;

/**
 * The columns of a list: what the address says, which is remembered from now on, else what was chosen before in this browser;
 * null where nothing was. The parameters come back with the choice in them, so that every link of the page keeps it.
 */
export function chosenColumns(
  context: Context,
  parameters: Readonly<Record<string, string>>,
  list: Choice,
): { names: string[] | null; given: Record<string, string> } {
  const cookie = `mingzhang-columns-${list.name}`;
  const { [COLUMNS]: asked, ...others } = parameters;
  const names = asked?.split(',') ?? remembered(getCookie(context, cookie), list);
  if (names === null || names.includes(USUAL)) {
    if (asked !== undefined) deleteCookie(context, cookie, { path: '/' });
    return { names: null, given: others };
  }
  if (asked !== undefined) {
    setCookie(context, cookie, names.join('.'), {
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
      maxAge: A_YEAR,
    });
  }
  return { names, given: { ...others, [COLUMNS]: names.join(',') } };
}

/** A cookie outlives the version of the program that set it: columns the list no longer has are left out. */
function remembered(cookie: string | undefined, { columns }: Choice): string[] | null {
  const names = cookie?.split('.').filter((name) => columns.some((each) => each.name === name)) ?? [];
  return names.length === 0 ? null : names;
}
