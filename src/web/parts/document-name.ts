import { clipText } from '../../report/clip-text.js';
import { printable } from '../../report/text-width.js';

/** A title shorter than this is that of a template (标题, Sheet1) rather than of the document. */
const TELLING = 6;
const MOST = 80;

/** What a document is called: its own title where that tells something, else the name of its file. */
export function documentName({ title, path }: { title: string | null; path: string }): string {
  const own = printable(title ?? '').trim();
  return clipText(own.length >= TELLING ? own : printable(path.split('/').at(-1) ?? ''), MOST);
}
