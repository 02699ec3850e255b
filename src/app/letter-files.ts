import type { Store } from '../model/ports/store.js';
import type { LetterFile } from '../report/letters/finding-words.js';

/** What papers say of these documents, by sha256; those the store has no longer are left out. */
export async function letterFiles(
  store: Store,
  contents: Iterable<string>,
): Promise<ReadonlyMap<string, LetterFile>> {
  const wanted = [...new Set(contents)];
  const rows = await store.matching('documents', { sha256: wanted }, ['sha256', 'path', 'url']);
  const files = await Promise.all(
    rows.map(async ({ sha256, path, url }): Promise<LetterFile> => {
      const known = await store.known(String(sha256));
      const published = known?.paths.flatMap((each) => each.published ?? []).sort()[0] ?? null;
      return {
        sha256: String(sha256),
        path: String(path),
        url: url === null ? null : String(url),
        published,
      };
    }),
  );
  return new Map(files.map((file) => [file.sha256, file]));
}

/** A day as it is written in a letter: 2024年3月1日. */
export const letterDate = (date: Date): string =>
  `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
