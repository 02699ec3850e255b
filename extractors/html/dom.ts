import type { CheerioAPI } from 'cheerio';
// The whole of cheerio brings a client of the network with it, which takes a third of the start of a reader.
import { load } from 'cheerio/slim';

/**
 * Asks and changes any page, by `$(selector, page)` or `$(element)`. One for all: cheerio makes a class for each page that is loaded
 * into it, and V8 keeps the page alive as long as that, until the next collection of everything.
 */
export const $: CheerioAPI = load([]);

/** Node types of the tree cheerio builds, named here because cheerio does not export them. */
export type Root = NonNullable<ReturnType<CheerioAPI['root']>[0]>;
export type HtmlNode = Root['children'][number];
export type HtmlElement = Extract<HtmlNode, { attribs: unknown }>;

export const isElement = (node: HtmlNode): node is HtmlElement => 'attribs' in node;

/** Element children with one of the given names. */
export const childrenNamed = (element: HtmlElement, ...names: string[]): HtmlElement[] =>
  element.children.filter((child): child is HtmlElement => isElement(child) && names.includes(child.name));

/** Puts nodes on a stack, so that the first of them comes off first. */
export function pushReversed(open: HtmlNode[], nodes: readonly HtmlNode[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node) open.push(node);
  }
}

/** Whether some node inside the element passes, at any depth. */
export function someWithin(element: HtmlElement, test: (node: HtmlNode) => boolean): boolean {
  const open: HtmlNode[] = [...element.children];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (test(node)) return true;
    if (isElement(node)) open.push(...node.children);
  }
  return false;
}

/** Whether an ordinary table stands in the element. */
export const holdsCells = (element: HtmlElement): boolean =>
  someWithin(element, (node) => isElement(node) && (node.name === 'td' || node.name === 'th'));
