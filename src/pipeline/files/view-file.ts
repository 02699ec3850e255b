import type { ByteView } from '../../../extractors/bytes/byte-view.js';
import { fileView } from '../../../extractors/bytes/file-view.js';
import { openRegular } from './open-regular.js';

/** Opens a file as a view for as long as the work takes. */
export async function viewFile<T>(file: string, work: (view: ByteView) => T | Promise<T>): Promise<T> {
  const handle = await openRegular(file);
  try {
    return await work(fileView(handle.fd, (await handle.stat()).size));
  } finally {
    await handle.close();
  }
}
