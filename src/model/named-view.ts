import { QueryError } from './facts/query-error.js';
import { findView, VIEWS, type View, type ViewColumn } from './views.js';

/** @throws QueryError on an unknown view; the message lists those there are */
export function requireView(name: string): View {
  const view = findView(name);
  if (view) return view;
  const known = VIEWS.map((each) => each.name);
  throw new QueryError(`没有视图 ${name}；可用：${known.join('、')}`, { unknown: { word: name, known } });
}

/** @throws QueryError when the view has no such column; the message lists those it has */
export function requireColumn(view: View, name: string): ViewColumn {
  const column = view.columns.find((each) => each.name === name);
  if (column) return column;
  const known = view.columns.map((each) => each.name);
  throw new QueryError(`视图 ${view.name} 没有列 ${name}；可用：${known.join('、')}`, {
    unknown: { word: name, known },
  });
}
