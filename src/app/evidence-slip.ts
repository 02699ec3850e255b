import { UserError } from '../model/facts/user-error.js';
import type { Finding } from '../model/finding.js';
import { isGrid, type PageBox, type PageSize } from '../model/grid.js';
import type { ReviewedFinding } from '../model/ports/findings.js';
import type { Store } from '../model/ports/store.js';
import type { PageDrawer } from '../pipeline/drawing/page-drawer.js';
import { evidenceSlip, type SlipPage } from '../report/letters/evidence-slip.js';
import type { Template } from '../report/letters/fill-template.js';
import { letterDate, letterFiles } from './letter-files.js';
import { letterFindings } from './letters.js';

/** More pages than these nobody files with one finding. */
const MOST_PAGES = 6;

export interface SlipAsked {
  template: Template;
  drawer: Pick<PageDrawer, 'draw' | 'canDraw' | 'draws'>;
  date: Date;
}

/**
 * 取证单 of a finding of the store as a Word file, with the pages it rests on where they can be drawn.
 * @throws UserError where the store has no such finding, or on a template that cannot be filled in
 */
export async function slipOf(
  store: Store,
  id: number,
  { template, drawer, date }: SlipAsked,
): Promise<{ listed: ReviewedFinding; bytes: Uint8Array }> {
  const listed = await store.reviewedFinding(id);
  const [finding] = listed ? await letterFindings(store, [listed]) : [];
  if (!listed || !finding) throw new UserError(`库中没有疑点 f${id}`);
  const files = await letterFiles(
    store,
    finding.finding.evidence.map(({ document }) => document),
  );
  const { pages, noPages } = await drawnPages(store, drawer, finding.finding);
  const bytes = await evidenceSlip({ finding, pages, noPages, date: letterDate(date) }, files, template);
  return { listed, bytes };
}

interface Outlined {
  document: string;
  page: number;
  size: PageSize;
  boxes: PageBox['box'][];
  /** Numbers of excerpts: in the boxes, and those that stand somewhere in the text of the page. */
  numbers: number[];
  inText: number[];
}

async function drawnPages(
  store: Store,
  drawer: SlipAsked['drawer'],
  finding: Finding,
): Promise<{ pages: SlipPage[]; noPages: string }> {
  const { outlined, reasons } = await outlinedPages(store, drawer, finding);
  const pages: SlipPage[] = [];
  for (const { boxes, ...shown } of outlined.slice(0, MOST_PAGES)) {
    const { document, page, size } = shown;
    const [width, height] = size;
    const shares = boxes.map(
      ([left, top, right, bottom]) => [left / width, top / height, right / width, bottom / height] as const,
    );
    const answer = await drawer.draw(document, page, shares);
    if (answer.kind === 'page') pages.push({ ...shown, png: answer.png });
    else reasons.push(answer.kind === 'not-drawn' ? answer.reason : GONE);
  }
  return { pages, noPages: pages.length > 0 ? '' : [...new Set(reasons)].join('；') || NO_PAGES };
}

const NO_PAGES = '原文件不是印刷页（如工作簿、网页、Word），没有可画的页；原文见摘录';
const GONE = '原文件已不在原处，也没有留存，画不出原页';

/** The pages the cells of a finding stand on, in the order of its excerpts. */
async function outlinedPages(
  store: Store,
  drawer: SlipAsked['drawer'],
  { evidence }: Finding,
): Promise<{ outlined: Outlined[]; reasons: string[] }> {
  const pages = new Map<string, Outlined>();
  const reasons: string[] = [];
  for (const sha256 of new Set(evidence.map(({ document }) => document))) {
    const document = await store.load(sha256);
    if (!document || !drawer.draws(document.format)) continue;
    if (!(await drawer.canDraw(document))) {
      reasons.push(GONE);
      continue;
    }
    for (const [index, operand] of evidence.entries()) {
      if (operand.document !== sha256) continue;
      const block = document.blocks[operand.evidence.block];
      const cell = block && isGrid(block) ? block.cells[operand.evidence.cell ?? -1] : undefined;
      const boxes: readonly PageBox[] = cell?.boxes ?? [];
      const numbered = boxes.length > 0 ? boxes : block?.page ? [{ page: block.page, box: null }] : [];
      for (const { page, box } of numbered) {
        const size = document.pages?.[page - 1];
        if (!size) continue;
        const key = `${sha256} ${page}`;
        const at = pages.get(key) ?? { document: sha256, page, size, boxes: [], numbers: [], inText: [] };
        pages.set(key, at);
        if (box) at.boxes.push(box);
        const listed = box ? at.numbers : at.inText;
        if (!listed.includes(index + 1)) listed.push(index + 1);
      }
    }
  }
  return { outlined: [...pages.values()], reasons };
}
