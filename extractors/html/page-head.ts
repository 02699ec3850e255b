import { type HtmlElement, type HtmlNode, pushReversed } from './dom.js';

/** What a page says of itself, from wherever it stands in it. */
export interface PageHead {
  /** The program it was made with. */
  generator?: string;
  /** Its title in the meta tags prescribed for government sites. */
  articleTitle?: string;
  title?: HtmlElement;
  styles: HtmlElement[];
}

/** Finds in one walk what would take a search of the whole page each. */
export function pageHead(nodes: readonly HtmlNode[]): PageHead {
  const head: PageHead = { styles: [] };
  let made: HtmlElement | undefined;
  let titled: HtmlElement | undefined;
  const open = [...nodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('attribs' in node) {
      const { name } = node.attribs;
      if (node.name === 'style') head.styles.push(node);
      else if (node.name === 'title') head.title ??= node;
      else if (node.name === 'meta' && name === 'generator') made ??= node;
      else if (node.name === 'meta' && name?.toLowerCase() === 'articletitle') titled ??= node;
    }
    if ('children' in node) pushReversed(open, node.children);
  }
  return { ...head, generator: made?.attribs.content, articleTitle: titled?.attribs.content };
}
