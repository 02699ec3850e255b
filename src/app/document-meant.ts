import { UserError } from '../model/facts/user-error.js';
import type { Store } from '../model/ports/store.js';

/** sha256 of the one document meant by an id, a path, the end of a path or the beginning of a sha256. @throws UserError unless exactly one document is meant */
export async function documentMeant(store: Store, wanted: string): Promise<string> {
  const found = await store.findDocuments(wanted);
  const [sha256] = found;
  if (sha256 === undefined) throw new UserError(`库中没有文档 ${wanted}；用 mingzhang query documents 查看`);
  if (found.length > 1) {
    const paths = await Promise.all(found.map(async (each) => (await store.load(each))?.path ?? each));
    const names =
      new Set(paths).size < paths.length
        ? found.map((each, at) => `${paths[at]}（${each.slice(0, 12)}）`)
        : paths;
    throw new UserError(`${wanted} 可能指 ${found.length} 份文档：${names.join('、')}；请写得更完整`);
  }
  return sha256;
}
