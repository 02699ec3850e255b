import { parseDeclarations, type Style, withoutComments } from './css.js';
import { $, type HtmlElement, isElement, type Root } from './dom.js';

/** Properties that say how boxes are laid out. */
const LAYOUT =
  /^(?:display|visibility|flex-direction|grid-(?:template-columns|template|column|row)(?:-start|-end)?)$/;
const SAYS_LAYOUT = /display|visibility|grid|flex/i;
/** Selectors of names, classes and ids, one inside the other; states and attributes are passed over. */
const SELECTOR =
  /^(?:[a-z][\w-]*|[.#][\w-]+)(?:[.#][\w-]+)*(?:\s*[\s>]\s*(?:[a-z][\w-]*|[.#][\w-]+)(?:[.#][\w-]+)*)*$/i;
/** More rules than this are those of a framework, not of a table drawn by hand. */
const MOST_RULES = 200;

/** The layout an element has by the page's own style sheets and its `style` attribute; an empty map for most. */
export type LayoutOf = (element: HtmlElement) => Style;

/** Reads the layout properties of a page. Linked style sheets and scripts are not followed, media queries taken as true. @param styles its style sheets */
export function layoutsOf(page: Root, styles: string): LayoutOf {
  const known = new Map<HtmlElement, Map<string, string>>();
  for (const { selector, style } of layoutRules(styles)) {
    for (const element of $(selector, page).toArray()) {
      if (!isElement(element)) continue;
      known.set(element, new Map([...(known.get(element) ?? []), ...style]));
    }
  }
  return (element) => {
    const own = element.attribs.style;
    const sheet = known.get(element) ?? NONE;
    return own === undefined || !SAYS_LAYOUT.test(own)
      ? sheet
      : new Map([...sheet, ...layoutOnly(parseDeclarations(own))]);
  };
}

const NONE: Style = new Map();

function layoutRules(css: string): { selector: string; style: Map<string, string> }[] {
  const rules: { selector: string; style: Map<string, string> }[] = [];
  for (const rule of withoutComments(css).split('}')) {
    const [selectors = '', body = ''] = rule.split('{').slice(-2);
    if (!SAYS_LAYOUT.test(body)) continue;
    const style = layoutOnly(parseDeclarations(body));
    if (style.size === 0) continue;
    for (const selector of selectors.split(',').map((text) => text.trim())) {
      if (SELECTOR.test(selector)) rules.push({ selector, style });
    }
  }
  return rules.length > MOST_RULES ? [] : rules;
}

const layoutOnly = (style: Style): Map<string, string> =>
  new Map(
    [...style]
      .filter(([property]) => LAYOUT.test(property))
      .map(([property, value]) => [property, value.replace(/\s*!important\s*$/i, '').toLowerCase()]),
  );
