import { allReaders } from '../../extractors/formats.js';
import type { Reader } from '../../extractors/reader.js';

/** What is known of each format that is read, for the table of formats. */
export async function listFormats(): Promise<
  Pick<Reader, 'format' | 'title' | 'extensions' | 'keeps' | 'loses'>[]
> {
  return (await allReaders()).map(({ format, title, extensions, keeps, loses }) => ({
    format,
    title,
    extensions,
    keeps,
    loses,
  }));
}
