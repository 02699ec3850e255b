import { QueryError } from '../model/facts/query-error.js';

/** The id of a project as an address writes it, with its letter or without. @throws QueryError */
export function projectNumber(text: string): number {
  const id = /^p?(\d{1,16})$/.exec(text)?.[1];
  if (id === undefined) throw new QueryError(`项目编号形如 p12，不能是 ${text}`);
  return Number(id);
}
