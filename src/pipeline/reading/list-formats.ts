import { formatTable } from '../../../extractors/formats.js';
import type { FormatInfo } from '../../../extractors/reader.js';

/** What is known of each format that can be imported, archives included, for the table of formats. */
export async function listFormats(): Promise<FormatInfo[]> {
  return (await formatTable()).map(({ format, title, extensions, keeps, loses }) => ({
    format,
    title,
    extensions,
    keeps,
    loses,
  }));
}
