import { QueryError } from './facts/query-error.js';

/** A statement kept under a name, which is its address. */
export interface SavedQuestion {
  name: string;
  sql: string;
  /** What it answers; null where nobody said. */
  about: string | null;
  /** When it was saved, ISO 8601. */
  at: string;
}

const LONGEST = { name: 60, about: 500, sql: 20_000 };

/** @throws QueryError on a name no address can be made of, and on a statement or remark that is too long */
export function requireSavable({ name, sql, about }: Omit<SavedQuestion, 'at'>): void {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} _·，、（）-]*$/u.test(name)) {
    throw new QueryError(`名称要以文字或数字开头，只含文字、数字、空格和 _ - · ，、（），不能是“${name}”`);
  }
  for (const [part, length] of Object.entries({
    名称: name.length,
    说明: about?.length ?? 0,
    语句: sql.length,
  })) {
    const most = part === '名称' ? LONGEST.name : part === '说明' ? LONGEST.about : LONGEST.sql;
    if (length > most) throw new QueryError(`${part}太长：最多 ${most} 个字，现有 ${length} 个`);
  }
}
