import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { LayoutOf } from './displays.js';
import { $, type HtmlElement, type HtmlNode, holdsCells, isElement, type Root } from './dom.js';
import { isHidden } from './read-flow.js';

const TABLE_PARTS = new Set(['tbody', 'td', 'tfoot', 'th', 'thead', 'tr']);
const QUOTE = 40;

/**
 * Marks the rows and cells that the page's style sheet hides, and says which parts of tables, and which tables, are not
 * shown and therefore not read. Empty when everything is shown; menus and windows that are no tables are not counted.
 */
export function hiddenParts(page: Root, layoutOf: LayoutOf): Diagnostic[] {
  const texts: string[] = [];
  const open: HtmlNode[] = [...page.children];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue;
    if (TABLE_PARTS.has(node.name) && layoutOf(node).get('display') === 'none') node.attribs.hidden = '';
    if (isHidden(node)) {
      const text = standsInTable(node) || holdsCells(node) ? $(node).text().replace(/\s+/g, ' ').trim() : '';
      if (text !== '') texts.push(text);
      continue;
    }
    for (const child of node.children) open.push(child);
  }
  if (texts.length === 0) return [];
  const quote = (texts.at(-1) ?? '').slice(0, QUOTE);
  const message = `网页中有 ${texts.length} 处表格内容不显示（如“${quote}”），没有读入`;
  return [{ code: 'hidden-left-out', message }];
}

function standsInTable(element: HtmlElement): boolean {
  for (let { parent } = element; parent; parent = parent.parent) {
    if ('name' in parent && parent.name === 'table') return true;
  }
  return false;
}
