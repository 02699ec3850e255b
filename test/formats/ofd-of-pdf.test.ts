import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pageContents } from '../../extractors/pdf/content/page-contents.js';
import { withDocument } from '../../extractors/pdf/content/with-document.js';
import type { PageContent } from '../../extractors/printed/page/page-content.js';
import type { Disclosure } from '../../src/model/disclosure.js';
import { readDocument } from '../../src/pipeline/reading/read-document.js';
import { differingFields } from '../support/disclosure-formats/differing-fields.js';
import { ofdOfPages } from '../support/ofd-of-pages.js';
import { projectFormPdf } from '../support/project-form-pdf.js';
import { IS_THOROUGH } from '../support/thorough.js';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const FEW = 3;
/** Texts that are cut off or covered are not written anew. */
const CUT = ['clipped-text', 'unseen-text'];

const pagesOf = (pdf: Uint8Array): Promise<PageContent[]> =>
  withDocument(pdf, async (document) => {
    const pages: PageContent[] = [];
    for await (const page of pageContents(document)) if (page) pages.push(page);
    return pages;
  });

const disclosuresOf = async (bytes: Uint8Array): Promise<Disclosure[]> =>
  (await readDocument(bytes, { path: 'a' })).disclosures;

const rowsOf = (disclosures: readonly Disclosure[]): string[] =>
  disclosures.flatMap(({ projects, indicators }) =>
    indicators.map(({ project, level2, name, target }) =>
      [projects.find(({ id }) => id === project)?.name, level2, name, target].join(' | '),
    ),
  );

describe('a PDF written anew as OFD', () => {
  it('gives the same rows', async () => {
    const pdf = projectFormPdf();
    const found = await disclosuresOf(ofdOfPages(await pagesOf(pdf)));
    expect(rowsOf(found)).toEqual([
      '综合治理 | 数量指标 | 化解矛盾纠纷 | ≥20件',
      '综合治理 | 社会效益指标 | 群众安全感 | ≥95%',
    ]);
    expect(differingFields(await disclosuresOf(pdf), found)).toEqual([]);
  });

  it.skipIf(!existsSync(CORPUS) || !IS_THOROUGH)('gives the same rows, published ones', async () => {
    const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => CORPUS + name)
      .sort((a, b) => statSync(a).size - statSync(b).size);
    let compared = 0;
    for (const file of files) {
      const pdf = readFileSync(file);
      const { disclosures: expected, diagnostics } = await readDocument(pdf, { path: 'a' });
      if (diagnostics.some(({ code }) => CUT.includes(code))) continue;
      if (rowsOf(expected).length === 0) continue;
      const found = await disclosuresOf(ofdOfPages(await pagesOf(pdf)));
      expect(rowsOf(found), file).toEqual(rowsOf(expected));
      expect(differingFields(expected, found), file).toEqual([]);
      if (++compared === FEW) break;
    }
    expect(compared).toBe(FEW);
  });
});
