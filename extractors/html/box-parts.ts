import type { LayoutOf } from './displays.js';
import { type HtmlElement, type HtmlNode, isElement } from './dom.js';
import { isHidden } from './read-flow.js';

/** What an element is in a table drawn without table elements. */
export type BoxPart = 'table' | 'rows' | 'row' | 'cell' | 'caption' | 'grid' | 'flex';

const BY_DISPLAY: Partial<Record<string, BoxPart>> = {
  table: 'table',
  'inline-table': 'table',
  'table-row-group': 'rows',
  'table-header-group': 'rows',
  'table-footer-group': 'rows',
  contents: 'rows',
  'table-row': 'row',
  'table-cell': 'cell',
  'table-caption': 'caption',
  grid: 'grid',
  'inline-grid': 'grid',
  flex: 'flex',
  'inline-flex': 'flex',
};
const BY_ROLE: Partial<Record<string, BoxPart>> = {
  table: 'table',
  grid: 'table',
  treegrid: 'table',
  rowgroup: 'rows',
  row: 'row',
  cell: 'cell',
  gridcell: 'cell',
  columnheader: 'cell',
  rowheader: 'cell',
};

/** By its ARIA role, else by its `display` (CSS Display 3, section 2); undefined for an ordinary element. */
export function boxPart(element: HtmlElement, layoutOf: LayoutOf): BoxPart | undefined {
  const byRole = BY_ROLE[(element.attribs.role ?? '').trim().toLowerCase()];
  if (byRole) return byRole;
  const layout = layoutOf(element);
  const part = BY_DISPLAY[layout.get('display') ?? ''];
  return part === 'flex' && layout.get('flex-direction')?.startsWith('column') ? undefined : part;
}

/** Children that print something: elements that are not hidden, and text between them. */
export const shownChildren = (element: HtmlElement, layoutOf: LayoutOf): HtmlNode[] =>
  element.children.filter((child) =>
    isElement(child)
      ? !isHidden(child) && layoutOf(child).get('display') !== 'none'
      : child.type === 'text' && child.data.trim() !== '',
  );

/** Children of a table or row, those of groups (`table-row-group`, `contents`) in their place. */
export const ungrouped = (element: HtmlElement, layoutOf: LayoutOf): HtmlNode[] =>
  shownChildren(element, layoutOf).flatMap((child) =>
    isElement(child) && boxPart(child, layoutOf) === 'rows' ? ungrouped(child, layoutOf) : [child],
  );
