import { QueryError } from '../../../model/facts/query-error.js';
import type { SavedQuestion } from '../../../model/saved-question.js';
import { parseSqlValue } from '../../../model/sql/parse-sql-value.js';
import { sqlParameters } from '../../../model/sql/sql-parameters.js';
import type { SqlValue } from '../../../model/sql-value.js';
import { pageLink } from '../../links.js';
import { oneOf } from '../../one-of.js';

export const RESULT_FORMATS = ['csv', 'json', 'xlsx'] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];

/** Parameters of the address that a statement cannot have as its own. */
const OWN = ['sql', 'format'];

/** A statement as an address gives it. */
export interface SqlQuery {
  sql: string;
  /** The question whose address it is; null where the statement itself stands in the address. */
  saved: SavedQuestion | null;
  /** Parameters of the statement in their order, with what the address says of them; null: nothing. */
  fields: { name: string; text: string | null }[];
  format: ResultFormat | null;
}

/**
 * Reads `/sql?sql=…&year=2024`, and `/sql/NAME?year=2024` for a saved question. Parameters the statement does not have are left
 * alone: it may have been edited.
 * @throws QueryError on a format there is not, and on a parameter of the statement that the page has for itself
 */
export function readSqlQuery(address: string, saved: SavedQuestion | null): SqlQuery {
  return readAsked(new URL(address).searchParams, saved);
}

/** The statement of a form that saves it, with the values it was asked with, each as `:name`. @throws QueryError as `readSqlQuery` */
export const askedIn = (form: ReadonlyMap<string, string>): SqlQuery =>
  readAsked({ get: (name) => form.get(name === 'sql' ? name : `:${name}`) ?? null }, null);

function readAsked(
  searchParams: { get(name: string): string | null },
  saved: SavedQuestion | null,
): SqlQuery {
  const sql = saved?.sql ?? lineEnds(searchParams.get('sql') ?? '').trim();
  const format = searchParams.get('format');
  const names = sqlParameters(sql);
  const own = names.find((name) => OWN.includes(name));
  if (own !== undefined) throw new QueryError(`参数不能叫 :${own}，本页自己要用；请换一个名称`);
  return {
    sql,
    saved,
    fields: names.map((name) => ({ name, text: searchParams.get(name) })),
    format: format === null ? null : oneOf('format', RESULT_FORMATS, format),
  };
}

/** Forms send two signs for the end of a line. */
const lineEnds = (text: string): string => text.replaceAll('\r\n', '\n');

/**
 * Where the form of a saved question leads: to the question itself where its statement was left alone, else to the edited statement;
 * null where the address is no form's.
 */
export function editedLink(address: string, saved: SavedQuestion): string | null {
  if (!new URL(address).searchParams.has('sql')) return null;
  const query = readSqlQuery(address, null);
  return sqlLink(query.sql === lineEnds(saved.sql).trim() ? { ...query, saved } : query);
}

/** Parameters nothing is said of: the statement cannot run yet. */
export const missingOf = ({ fields }: SqlQuery): string[] =>
  fields.flatMap(({ name, text }) => (text === null ? [name] : []));

export const valuesOf = ({ fields }: SqlQuery): Record<string, SqlValue> =>
  Object.fromEntries(
    fields.map(({ name, text }) => [name, text === null ? null : parseSqlValue(text.trim())]),
  );

export const questionLink = (name: string): string => `/sql/${encodeURIComponent(name)}`;

/** The address of what is asked, or of its result as a file. */
export const sqlLink = ({ sql, saved, fields }: SqlQuery, format: ResultFormat | null = null): string =>
  pageLink(saved ? questionLink(saved.name) : '/sql', {
    ...(saved ? {} : { sql }),
    ...Object.fromEntries(fields.map(({ name, text }) => [name, text])),
    format,
  });
