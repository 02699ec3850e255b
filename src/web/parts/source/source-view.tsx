import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { isGrid } from '../../../model/grid.js';
import { type NumberedOperand, renderSource } from '../../../report/evidence/render-source.js';
import { documentLink, evidenceLink } from '../../links.js';
import type { Keys } from '../key-help.js';
import { type OutlinedCell, PagePicture } from './page-picture.js';
import type { Source, Sources } from './read-sources.js';

/** Styles of a page that has a `SourceView`. */
export const SOURCE_STYLES = ['evidence.css', 'source.css'] as const;

/** Shows what is highlighted in a source. */
export const SOURCE_SCRIPT = 'source.js';

/** Scripts of a page that has a `SourceView`. */
export const SOURCE_VIEW_SCRIPTS = [SOURCE_SCRIPT, 'keys.js', 'facts.js'] as const;

/** Keys of a `SourceView`. */
export const SOURCE_KEYS: Keys = [
  { keys: ['n', 'p'], title: '原文里的下一处、上一处' },
  { keys: ['f'], title: '放大到单元格；再按一次看整页' },
];

/** Pages of one document drawn at once. */
const MOST_PAGES = 4;

/**
 * What operands rest on, as the publisher printed it: pages of PDFs drawn, the tables and paragraphs of other documents, with
 * the operands highlighted and numbered. The children stand beside it.
 */
export const SourceView: FC<{ shown: Sources; children?: Child }> = ({
  shown: { operands, sources, missing },
  children,
}) => (
  <div class="evidence">
    <div class="sources">
      {sources.length > 0 && <FactSteps operands={operands} />}
      {sources.map((source) => (
        <OneSource
          source={source}
          operands={operands.filter(({ operand }) => operand.document === source.document.sha256)}
        />
      ))}
      {missing.map((sha256) => (
        <p class="left-out">原文 {sha256.slice(0, 12)} 已不在库中，只留有所列的摘录</p>
      ))}
    </div>
    {children}
  </div>
);

/** Goes through the operands and enlarges on them, by script; without it every operand has its link to the whole source. */
const FactSteps: FC<{ operands: readonly NumberedOperand[] }> = ({ operands }) => (
  <>
    <section class="fact-steps no-print" aria-label="逐处看原文" hidden>
      <button type="button" class="plain step-back" aria-keyshortcuts="p">
        上一处
      </button>
      <button type="button" class="plain step-on" aria-keyshortcuts="n">
        下一处
      </button>
      <button type="button" class="plain zoom" aria-keyshortcuts="f" aria-pressed="false">
        放大到单元格
      </button>
      <output class="fact-at"></output>
    </section>
    <ol class="fact-names" hidden>
      {operands.map(({ number, operand: { label, evidence } }) => (
        <li value={number}>
          {label}（{evidence.place}）
        </li>
      ))}
    </ol>
  </>
);

const OneSource: FC<{ source: Source; operands: readonly NumberedOperand[] }> = ({ source, operands }) => {
  const pages = source.isDrawn ? pagesOf(source, operands) : new Map<number, PageOperands>();
  const drawn = [...pages].slice(0, MOST_PAGES);
  const onPages = new Set(drawn.flatMap(([, page]) => page.operands));
  const others = operands.filter((each) => !onPages.has(each));
  const printed = others.length > 0 && raw(String(renderSource(source.document, others)));
  const beginsUndrawn = operands[0] !== undefined && !onPages.has(operands[0]);
  return (
    <>
      {beginsUndrawn && printed}
      {drawn.map(([page, { cells }], index) => (
        <PageFigure source={source} page={page} cells={cells} isLazy={index > 0} />
      ))}
      {!beginsUndrawn && printed}
      <div class="whole-source">
        在整份原文里看：
        <PlaceLinks source={source} operands={operands.slice(0, FIRST_PLACES)} />
        {operands.length > FIRST_PLACES && (
          <details>
            <summary>其余 {operands.length - FIRST_PLACES} 处</summary>
            <PlaceLinks source={source} operands={operands.slice(FIRST_PLACES)} />
          </details>
        )}
      </div>
    </>
  );
};

/** Of many places so many are led to at once. */
const FIRST_PLACES = 12;

const PlaceLinks: FC<{ source: Source; operands: readonly NumberedOperand[] }> = ({ source, operands }) => (
  <>
    {operands.map(({ number, operand }) => (
      <a href={evidenceLink(source.id, operand.evidence)}>
        <span class="number-mark">{number}</span> {operand.evidence.place}
      </a>
    ))}
  </>
);

const PageFigure: FC<{ source: Source; page: number; cells: readonly OutlinedCell[]; isLazy: boolean }> = ({
  source: { id, document },
  page,
  cells,
  isLazy,
}) => {
  const size = document.pages?.[page - 1];
  if (!size) return null;
  return (
    <figure>
      <figcaption>
        <cite>{document.path}</cite> <a href={`${documentLink(id)}?page=${page}`}>第 {page} 页</a>
      </figcaption>
      <div class="sheet-frame">
        <PagePicture id={id} page={page} size={size} cells={cells} isLazy={isLazy} />
      </div>
    </figure>
  );
};

interface PageOperands {
  operands: NumberedOperand[];
  cells: OutlinedCell[];
}

/**
 * Operands that stand in cells of pages that can be drawn, by page, in the order of the operands; a cell cut by a page break is
 * on both.
 */
function pagesOf({ id, document }: Source, operands: readonly NumberedOperand[]): Map<number, PageOperands> {
  const pages = new Map<number, PageOperands>();
  for (const numbered of operands) {
    const { evidence, label } = numbered.operand;
    const block = document.blocks[evidence.block];
    const cell = block && isGrid(block) && evidence.cell !== null ? block.cells[evidence.cell] : undefined;
    for (const page of new Set(cell?.boxes?.map((box) => box.page))) {
      if (!cell || !document.pages?.[page - 1]) continue;
      const onPage = pages.get(page) ?? { operands: [], cells: [] };
      pages.set(page, onPage);
      onPage.operands.push(numbered);
      const known = onPage.cells.find((each) => each.cell === cell);
      if (known) known.numbers = [...(known.numbers ?? []), numbered.number];
      else {
        const numbers = [numbered.number];
        onPage.cells.push({
          cell,
          link: evidenceLink(id, evidence),
          meaning: label,
          look: 'operand',
          numbers,
        });
      }
    }
  }
  return pages;
}
