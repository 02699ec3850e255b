import type { FC } from 'hono/jsx';
import { isGrid, isUnsure } from '../../../model/grid.js';
import { describeClaim } from '../../../report/claim-titles.js';
import { type OutlinedCell, PagePicture } from '../../parts/source/page-picture.js';
import { type DocumentQuery, documentAddress } from './document-query.js';
import type { ShownDocument, ShownPage } from './read-document-page.js';

/** A page of a PDF, every cell of a form a link that tells what became of it. */
export const PrintedPage: FC<{
  shown: ShownDocument;
  page: Extract<ShownPage, { kind: 'printed' }>;
  query: DocumentQuery;
}> = ({ shown, page: { number, size }, query }) =>
  size ? (
    <section class="sheet-frame" aria-label={`原文第 ${number} 页`} tabindex={0}>
      <PagePicture
        id={shown.source.id}
        page={number}
        size={size}
        cells={cellsOf(shown, number, query)}
        isEnlarged={query.isEnlarged}
      />
    </section>
  ) : (
    <p class="notice">这一页已损坏，无法载入。</p>
  );

/** Cells of forms on the page, all of them where it was recognized, and the one the address names wherever it stands. */
function cellsOf(
  { source, claims, here }: ShownDocument,
  page: number,
  query: DocumentQuery,
): OutlinedCell[] {
  const isRecognized = source.document.recognized?.some((each) => each.page === page) === true;
  const near = { ...query, path: '', page, showsDiagnostics: query.showsDiagnostics };
  return source.document.blocks.flatMap((grid, block) => {
    if (!isGrid(grid)) return [];
    const ofBlock = claims.get(block);
    return grid.cells.flatMap((cell, index): OutlinedCell[] => {
      const claim = ofBlock?.get(index);
      const isHere = here?.block === block && here.cell === index;
      if (!(claim || isHere || isRecognized) || !cell.boxes?.some((box) => box.page === page)) return [];
      return [
        {
          cell,
          link: documentAddress(near, { here: { block, cell: index } }),
          meaning: `${claim ? describeClaim(claim) : '不在认出的表里'}${isUnsure(cell) ? '；识别把握不大' : ''}`,
          look: `${query.showsClaims ? (claim?.status ?? 'none') : 'quiet'}${isUnsure(cell) ? ' unsure' : ''}${isHere ? ' operand' : ''}`,
          isHere,
        },
      ];
    });
  });
}
