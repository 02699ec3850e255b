import { QueryError } from '../../model/facts/query-error.js';

/** @throws QueryError unless the statement begins as one that only asks */
export function requireSelect(sql: string): void {
  if (!/^(select|with)\b/i.test(withoutLeadingComments(sql))) {
    throw new QueryError('只能运行一条 SELECT（或 WITH … SELECT）语句');
  }
}

function withoutLeadingComments(sql: string): string {
  let rest = sql.trimStart();
  for (;;) {
    const end = rest.startsWith('--') ? '\n' : rest.startsWith('/*') ? '*/' : null;
    if (end === null) return rest;
    const at = rest.indexOf(end);
    if (at < 0) return '';
    rest = rest.slice(at + end.length).trimStart();
  }
}
