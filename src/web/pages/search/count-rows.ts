import type { Store } from '../../../store/open-store.js';
import type { ViewFilter } from '../../../store/view-filter.js';
import type { Total } from '../../parts/pager.js';

export function countRows(store: Store, view: string, filter: ViewFilter, most = 10_000): Total {
  const [column = 'document_id'] = ['document_id'];
  const { rows } = store.query(view, filter, { columns: [column], limit: most + 1 });
  return rows.length > most ? { rows: most, isExact: false } : { rows: rows.length, isExact: true };
}
