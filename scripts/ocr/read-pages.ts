import { collectGlyphs } from '../../extractors/printed/page/collect-glyphs.js';
import type { PageContent } from '../../extractors/printed/page/page-content.js';
import { readPrinted } from '../../extractors/printed/read-printed.js';
import { mendBlocks } from '../../normalizers/characters/mend-blocks.js';
import { readDisclosures } from '../../normalizers/read-disclosures.js';
import { type Block, type Cell, type Extraction, isGrid } from '../../src/model/grid.js';

const A4 = { width: 595, height: 842 };

/** A text of a table with how sure it is read; 1 where it was not read from a picture. */
export interface CellText {
  text: string;
  sure: number;
}

/** What pages that follow each other are read as. */
export interface PagesRead {
  cells: CellText[];
  /** One for each indicator: its project, level 2, name and target. */
  rows: string[];
}

/** Reads pages as the import does: tables, forms, indicators. */
export const readPages = async (pages: readonly (PageContent | null)[]): Promise<PagesRead> =>
  readBlocks(await readPrinted(pages, { count: pages.length }));

/** Reads pages that are pictures, by what is recognized on them. */
export const readPictures = async (recognized: readonly (PageContent | null)[]): Promise<PagesRead> =>
  readBlocks(
    await readPrinted(recognized.map(pictureOf), {
      count: recognized.length,
      recognition: {
        again: false,
        isSpent: () => false,
        page: async (number) => recognized[number - 1] ?? null,
      },
    }),
  );

/** A page with nothing but a picture on it. */
const pictureOf = (page: PageContent | null): PageContent => {
  const { width, height } = page ?? A4;
  const images = [{ left: 0, top: 0, right: width, bottom: height }];
  return { width, height, glyphs: collectGlyphs([]), rules: [], fills: [], images, shapes: 0 };
};

function readBlocks(extraction: Omit<Extraction, 'format'>): PagesRead {
  const blocks = mendBlocks(extraction.blocks);
  const { disclosures } = readDisclosures({ ...extraction, format: 'pdf', blocks }, { path: '' });
  return {
    cells: cellsOf(blocks),
    rows: disclosures.flatMap(({ projects, indicators }) => {
      const names = new Map(projects.map(({ id, name }) => [id, name]));
      return indicators.map(({ project, level2, name, target }) =>
        [project === null ? '' : names.get(project), level2, name, target]
          .map((part) => folded(part ?? ''))
          .join('|'),
      );
    }),
  };
}

const cellsOf = (blocks: readonly Block[]): CellText[] =>
  blocks.filter(isGrid).flatMap((grid) => grid.cells.flatMap(textsOf));

const textsOf = ({ text, recognized = 1, nested = [] }: Cell): CellText[] => [
  ...(folded(text) ? [{ text: folded(text), sure: recognized }] : []),
  ...cellsOf(nested),
];

/** Without spaces and without the difference between full and half width, which a picture does not tell. */
const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
