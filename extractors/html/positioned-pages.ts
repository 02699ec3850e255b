import { LIMITS, LimitError } from '../bytes/limits.js';
import { parseStyleSheet, points, type Style, type StyleSheet, styleOf } from './css.js';
import { $, type HtmlElement, type HtmlNode, holdsCells, isElement, type Root } from './dom.js';
import { narrowTexts } from './narrow-texts.js';
import type { PlacedPage } from './placed-page.js';
import { boxRules } from './positioned-rules.js';
import { isHidden } from './read-flow.js';

/** A page with fewer positioned texts than this is an ordinary one with a menu or a badge. */
const FEWEST_TEXTS = 12;
/** Share of the text that has to be positioned: what a site prints around such a page is less than two pages of it. */
const FEWEST_SHARE = 1 / 3;
/** Share of the positioned text that has to stand in single lines with a place of their own, as converters write it. */
const MOSTLY = 0.8;
const BODY_SIZE = 12;
const LINE_HEIGHT = 1.25;
const NOT_SHOWN = new Set(['script', 'style', 'head', 'template', 'noscript']);

/** What positions inside an element refer to. */
interface Frame {
  page: PlacedPage;
  /** Upper left corner on the page, in points. */
  x: number;
  y: number;
  width: number;
  height: number;
  fontSize: number;
  /** Inside an absolutely positioned element. */
  positioned: boolean;
}

/** The printed pages behind a web page of absolutely positioned elements. */
export interface PositionedPages {
  pages: PlacedPage[];
  /** Whether anything is printed outside of them: the site's menu, a heading, an ordinary table. */
  standsAmongOthers: boolean;
}

/**
 * Takes the printed pages out of a web page of absolutely positioned elements, as PDF converters write them: each text with its
 * place, each border and thin box as a rule. Null for every other web page, which is left as it is.
 *
 * @param webPage the elements that are placed are removed from it
 * @throws LimitError beyond LIMITS.pages
 */
export function takePositionedPages(webPage: Root): PositionedPages | null {
  const sheet = parseStyleSheet($('style', webPage).text());
  const pages: PlacedPage[] = [];
  const root: Frame = {
    page: newPage(pages, 0, 0),
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    fontSize: BODY_SIZE,
    positioned: false,
  };
  const walk: Walk = { sheet, pages, placed: [], flowing: 0, single: 0 };
  for (const node of $('body', webPage).contents().toArray()) visit(node, root, walk);

  const filled = pages.filter(({ texts }) => texts.length > 0);
  const texts = filled.flatMap((page) => page.texts);
  const length = texts.reduce((sum, each) => sum + each.text.length, 0);
  if (texts.length < FEWEST_TEXTS) return null;
  if (length < FEWEST_SHARE * (length + walk.flowing) || walk.single < MOSTLY * length) return null;
  if (filled.length > LIMITS.pages) {
    throw new LimitError(`网页排成 ${filled.length} 页，超过 ${LIMITS.pages} 页`);
  }
  for (const element of walk.placed) $(element).remove();
  return {
    pages: filled.map((page) => fitted(narrowTexts(page))),
    standsAmongOthers: walk.flowing > 0,
  };
}

interface Walk {
  sheet: StyleSheet;
  pages: PlacedPage[];
  /** Outermost elements that were placed. */
  placed: HtmlElement[];
  /** Letters outside of them. */
  flowing: number;
  /** Letters of positioned elements that hold one text with a place of its own. */
  single: number;
}

function visit(node: HtmlNode, frame: Frame, walk: Walk): void {
  if (node.type === 'text') {
    if (!frame.positioned) walk.flowing += node.data.trim().length;
    return;
  }
  if (!isElement(node) || NOT_SHOWN.has(node.name) || isHidden(node)) return;
  const style = styleOf(node, walk.sheet);
  const fontSize = fontSizeOf(style, frame.fontSize);
  // An ordinary table that stands at a place of the page is read as a table.
  if (isPositioned(style) && !holdsCells(node)) {
    if (!frame.positioned) walk.placed.push(node);
    const inner = placed(style, { ...frame, fontSize });
    const { rules, backgrounds } = boxRules(style, inner);
    frame.page.rules.push(...rules);
    frame.page.backgrounds.push(...backgrounds);
    const length = addTexts(node, inner, walk.sheet, style.has('width'));
    if (/^-?[\d.]/.test(style.get('left') ?? '') && (style.has('top') || style.has('bottom')))
      walk.single += length;
    for (const child of node.children) visit(child, inner, walk);
    return;
  }
  const startsPage = style.get('position') === 'relative' && !frame.positioned;
  const inner = startsPage ? pageFrame(style, { ...frame, fontSize }, walk.pages) : { ...frame, fontSize };
  for (const child of node.children) visit(child, inner, walk);
}

function pageFrame(style: Style, frame: Frame, pages: PlacedPage[]): Frame {
  const width = points(style.get('width'), frame.fontSize, frame.width) ?? 0;
  const height = points(style.get('height'), frame.fontSize, frame.height) ?? 0;
  return { ...frame, page: newPage(pages, width, height), x: 0, y: 0, width, height };
}

function newPage(pages: PlacedPage[], width: number, height: number): PlacedPage {
  const page: PlacedPage = { width, height, texts: [], rules: [], backgrounds: [] };
  pages.push(page);
  return page;
}

/** The frame of a positioned element inside another. */
function placed(style: Style, frame: Frame): Frame {
  const horizontal = (name: string) => points(style.get(name), frame.fontSize, frame.width);
  const vertical = (name: string) => points(style.get(name), frame.fontSize, frame.height);
  const width = horizontal('width') ?? 0;
  const height = vertical('height') ?? 0;
  const right = horizontal('right');
  const bottom = vertical('bottom');
  const left = horizontal('left') ?? (right === undefined ? 0 : frame.width - right - width);
  const fromBottom = bottom === undefined ? 0 : frame.height - bottom - (height || frame.fontSize);
  const top = vertical('top') ?? fromBottom;
  return { ...frame, x: frame.x + left, y: frame.y + top, width, height, positioned: true };
}

/** Font size in points, narrowed by `transform: matrix(…)` or `scale(…)`, with which converters undo a larger one. */
function fontSizeOf(style: Style, inherited: number): number {
  const size = points(style.get('font-size'), inherited, inherited) ?? inherited;
  const scale = /(?:matrix|scale)\(\s*([\d.]+)/.exec(style.get('transform') ?? '')?.[1];
  return scale === undefined ? size : size * Number(scale);
}

const isPositioned = (style: Style): boolean => /^(?:absolute|fixed)$/.test(style.get('position') ?? '');

/** The lines of a positioned element's own text, `<br>` and block ends between them; answers its length. */
function addTexts(
  element: HtmlElement,
  { page, x, y, fontSize, width }: Frame,
  sheet: StyleSheet,
  hasWidth: boolean,
): number {
  let length = 0;
  const lines = ownText(element, sheet).split('\n');
  lines.forEach((line, i) => {
    const text = line.replace(/[\s\u00a0]+/g, ' ').trim();
    if (text === '') return;
    length += text.length;
    page.texts.push({
      x,
      y: y + i * LINE_HEIGHT * fontSize,
      size: fontSize,
      text,
      ...(hasWidth ? { width } : {}),
    });
  });
  return length;
}

const ownText = (element: HtmlElement, sheet: StyleSheet): string =>
  element.children
    .map((child) => {
      if (child.type === 'text') return child.data.replace(/\s+/g, ' ');
      if (!isElement(child) || NOT_SHOWN.has(child.name) || isHidden(child)) return '';
      if (child.name === 'br') return '\n';
      return isPositioned(styleOf(child, sheet)) ? '' : ownText(child, sheet);
    })
    .join('');

/** The page made large enough for all that stands on it. */
function fitted(page: PlacedPage): PlacedPage {
  let { width, height } = page;
  for (const { right, bottom } of [...page.rules, ...page.backgrounds]) {
    width = Math.max(width, right);
    height = Math.max(height, bottom);
  }
  for (const { x, y, size, text } of page.texts) {
    width = Math.max(width, x + size * text.length);
    height = Math.max(height, y + size);
  }
  return { ...page, width: width + 1, height: height + 1 };
}
