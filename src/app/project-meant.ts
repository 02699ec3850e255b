import { UserError } from '../model/facts/user-error.js';
import type { Store } from '../model/ports/store.js';

/**
 * Id of the one project a name means: `p12`, `p5123-1`, also without its letter.
 * @throws QueryError as `Store.meant`, UserError where it means no project
 */
export async function projectMeant(store: Pick<Store, 'meant'>, wanted: string): Promise<number> {
  const { letter, id } = await store.meant(/^\d/.test(wanted) ? `p${wanted}` : wanted);
  if (letter === 'p') return id;
  throw new UserError(`${wanted} 不是项目；项目编号形如 p12，见 mingzhang query projects 的编号列`);
}
