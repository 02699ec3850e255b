import type { Block } from '../../src/model/grid.js';
import { LimitError } from '../bytes/limits.js';
import { childrenNamed, type HtmlElement, type HtmlNode, isElement, someWithin } from './dom.js';
import { HARD_BREAK, preserveSpace, renderFlowText } from './flow-text.js';

/** What stands in a page or in a cell, in reading order. */
export type FlowItem =
  | { kind: 'text'; text: string; heading?: number; furniture?: boolean }
  | { kind: 'table'; element: HtmlElement }
  | { kind: 'picture'; blocks: readonly Block[] };

/** What was read of the picture an `img` shows; nothing where it is no page. */
export type PictureBlocks = (image: HtmlElement) => readonly Block[];

/** Recursion the call stack bears; browsers flatten beyond 512. */
const MAX_DEPTH = 1_000;

const SKIPPED = new Set(
  'script style noscript template head object applet iframe svg math select datalist audio video canvas'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre section summary ' +
    'table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);
const PREFORMATTED = new Set(['pre', 'listing', 'plaintext', 'xmp', 'textarea']);
const FURNITURE = new Set(['nav', 'footer']);

interface Mode {
  depth: number;
  preformatted: boolean;
  heading?: number;
  furniture?: boolean;
}

/** Splits content into texts (one per block) and tables; what a reader of the page cannot see is left out. */
export function readFlow(nodes: readonly HtmlNode[], pictureOf: PictureBlocks): FlowItem[] {
  const [only] = nodes;
  if (nodes.length === 1 && only?.type === 'text') {
    const text = renderFlowText(only.data);
    return text.trim() === '' ? [] : [{ kind: 'text', text }];
  }
  const flow = new Flow(pictureOf);
  for (const node of nodes) flow.visit(node, START);
  flow.flush(START);
  return flow.items;
}

const START: Mode = { depth: 0, preformatted: false };

/** Gathers the items of a page or a cell as its nodes are visited. */
class Flow {
  readonly items: FlowItem[] = [];
  private raw = '';
  private pictures: FlowItem[] = [];

  constructor(private readonly pictureOf: PictureBlocks) {}

  /** Ends the text and the pictures of a block. */
  flush(mode: Mode): void {
    const text = this.raw === '' ? '' : renderFlowText(this.raw);
    this.raw = '';
    if (text.trim() !== '') {
      this.items.push({
        kind: 'text',
        text,
        ...(mode.heading ? { heading: mode.heading } : {}),
        ...(mode.furniture ? { furniture: true } : {}),
      });
    }
    if (this.pictures.length === 0) return;
    this.items.push(...this.pictures);
    this.pictures = [];
  }

  visit(node: HtmlNode, mode: Mode): void {
    if (node.type === 'text') {
      this.raw += mode.preformatted ? preserveSpace(node.data) : node.data;
      return;
    }
    if (!isElement(node) || isLeftOut(node)) return;
    if (mode.depth > MAX_DEPTH) throw new LimitError(`网页元素嵌套超过 ${MAX_DEPTH} 层`);
    if (node.name === 'br') {
      this.raw += HARD_BREAK;
    } else if (node.name === 'input') {
      this.raw += inputText(node);
    } else if (node.name === 'img') {
      const blocks = this.pictureOf(node);
      if (blocks.length > 0) this.pictures.push({ kind: 'picture', blocks });
    } else if (node.name === 'table' && !isLayout(node, this.pictureOf)) {
      this.flush(mode);
      this.items.push({ kind: 'table', element: node });
    } else {
      this.visitInside(node, mode);
    }
  }

  private visitInside(element: HtmlElement, mode: Mode): void {
    const isBlock = BLOCKS.has(element.name);
    if (isBlock) this.flush(mode);
    const inner = modeInside(element, mode);
    for (const child of element.children) this.visit(child, inner);
    if (isBlock) this.flush(inner);
  }
}

/** What a reader of the page does not see. */
export const isLeftOut = (element: HtmlElement): boolean => SKIPPED.has(element.name) || isHidden(element);

export const isFurniture = (element: HtmlElement): boolean => FURNITURE.has(element.name);

function modeInside(element: HtmlElement, outer: Mode): Mode {
  const { name } = element;
  return {
    depth: outer.depth + 1,
    preformatted: outer.preformatted || PREFORMATTED.has(name),
    heading: name.length === 2 && /^h[1-6]$/.test(name) ? Number(name[1]) : outer.heading,
    furniture: outer.furniture || isFurniture(element),
  };
}

const HIDES = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** `display:none` and `hidden`, as the page itself says; style sheets and scripts are not followed. */
export function isHidden(element: HtmlElement): boolean {
  const { hidden, style } = element.attribs;
  if (hidden !== undefined) return true;
  return style !== undefined && HIDES.test(style);
}

/**
 * A table that only arranges the page: no row has more than one cell with content, and some cell holds a table of its own, or a
 * picture of a page. Its content belongs to the page.
 */
function isLayout(table: HtmlElement, pictureOf: PictureBlocks): boolean {
  const isBlock = (node: HtmlNode): boolean =>
    isElement(node) && (node.name === 'table' || (node.name === 'img' && pictureOf(node).length > 0));
  const rows = rowsOf(table);
  let holdsTable = false;
  for (const row of rows) {
    const filled = childrenNamed(row, 'td', 'th').filter((cell) => hasContent(cell, isBlock));
    if (filled.length > 1) return false;
    holdsTable ||= filled.some((cell) => someWithin(cell, isBlock));
  }
  return holdsTable;
}

/**
 * Rows of a table (not of tables inside it) in the order they are shown: the first header group, the bodies with further
 * header and footer groups among them, the first footer group (CSS 2.2, section 17.2).
 */
export function rowsOf(table: HtmlElement): HtmlElement[] {
  const groups = childrenNamed(table, 'thead', 'tbody', 'tfoot', 'tr').filter((group) => !isHidden(group));
  const header = groups.find((group) => group.name === 'thead');
  const footer = groups.find((group) => group.name === 'tfoot');
  const bodies = groups.filter((group) => group !== header && group !== footer);
  return [header, ...bodies, footer].flatMap((group) =>
    group === undefined ? [] : group.name === 'tr' ? [group] : childrenNamed(group, 'tr'),
  );
}

const hasContent = (element: HtmlElement, isBlock: (node: HtmlNode) => boolean): boolean =>
  someWithin(element, (node) => (node.type === 'text' && node.data.trim() !== '') || isBlock(node));

function inputText(input: HtmlElement): string {
  const type = (input.attribs.type ?? 'text').toLowerCase();
  if (type === 'checkbox' || type === 'radio') return input.attribs.checked === undefined ? '☐' : '☑';
  return type === 'text' || type === 'number' ? (input.attribs.value ?? '') : '';
}
