/** Writes docs/api/, a page for every export of the library. A test fails when it is stale. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { EVERY_FILTER } from '../src/model/filters.js';
import { type DescribedExport, describeExports } from './api-doc/describe-exports.js';
import { exampleName, renderApiPages } from './api-doc/render-api-pages.js';

const FOLDER = fileURLToPath(new URL('../docs/api', import.meta.url));

/** The pages as they are to be, by file name. @throws where an export has no example */
export const apiPages = (): Map<string, string> =>
  renderApiPages(describeExports().map(withFilters), (name) =>
    readFileSync(join(FOLDER, 'examples', `${exampleName(name)}.js`), 'utf8'),
  );

/** The members of `ViewFilter` follow from the table of filters, which says what they mean. */
function withFilters(described: DescribedExport): DescribedExport {
  if (described.name !== 'ViewFilter') return described;
  const members = EVERY_FILTER.flatMap(([name, { meaning }]) =>
    described.members.filter((each) => each.name === `${name}?`).map((each) => ({ ...each, meaning })),
  );
  return { ...described, members };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const pages = apiPages();
  for (const name of readdirSync(FOLDER))
    if (name.endsWith('.md') && !pages.has(name)) rmSync(join(FOLDER, name));
  for (const [name, text] of pages) writeFileSync(join(FOLDER, name), text);
}
