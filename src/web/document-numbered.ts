import { HTTPException } from 'hono/http-exception';
import type { Store } from '../model/ports/store.js';

/** sha256 of the document with this id. @throws HTTPException 404 where there is none */
export async function documentNumbered(store: Store, id: string): Promise<string> {
  const [row] = /^\d{1,11}$/.test(id)
    ? await store.matching('documents', { id: Number(id) }, ['sha256'])
    : [];
  if (!row) throw new HTTPException(404, { message: `库中没有编号为 ${id.slice(0, 20)} 的文档` });
  return String(row.sha256);
}
