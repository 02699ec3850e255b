import type { HtmlElement } from './dom.js';

/** Declarations by property, names in lower case. */
export type Style = ReadonlyMap<string, string>;

/** Style rules of a page with simple selectors: `tag`, `.class`, `#id`. */
export type StyleSheet = ReadonlyMap<string, Style>;

const SIMPLE_SELECTOR = /^(?:[a-z][\w-]*|[.#][\w-]+)$/i;
const POINTS: Record<string, number> = { px: 0.75, pt: 1, in: 72, cm: 72 / 2.54, mm: 7.2 / 2.54, '': 0.75 };

/** Reads the text of `<style>` elements. Combined selectors are passed over, media queries taken as true. */
export function parseStyleSheet(css: string): StyleSheet {
  const rules = new Map<string, Map<string, string>>();
  for (const rule of withoutComments(css).split('}')) {
    const [selectors = '', body = ''] = rule.split('{').slice(-2);
    for (const selector of selectors.split(',').map((text) => text.trim())) {
      if (!SIMPLE_SELECTOR.test(selector)) continue;
      const known = rules.get(selector) ?? new Map<string, string>();
      for (const [property, value] of parseDeclarations(body)) known.set(property, value);
      rules.set(selector, known);
    }
  }
  return rules;
}

/** A style sheet without comments and the marks that hide it from old browsers. */
export const withoutComments = (css: string): string =>
  css
    .replace(/<!--|-->/g, '')
    .split('/*')
    .map((part, i) => (i === 0 ? part : part.split('*/').slice(1).join('*/')))
    .join('');

/** `property: value; …` → values by property. */
export function parseDeclarations(text: string): Map<string, string> {
  const declarations = new Map<string, string>();
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0) declarations.set(part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim());
  }
  return declarations;
}

/** The element's own style: its tag, its classes, its id, its `style` attribute, the later over the earlier. */
export function styleOf(element: HtmlElement, sheet: StyleSheet): Style {
  const classes = (element.attribs.class ?? '').split(/\s+/).filter((name) => name !== '');
  const selectors = [element.name, ...classes.map((name) => `.${name}`), `#${element.attribs.id ?? ''}`];
  const style = new Map<string, string>();
  for (const selector of selectors) {
    for (const [property, value] of sheet.get(selector) ?? []) style.set(property, value);
  }
  for (const [property, value] of parseDeclarations(element.attribs.style ?? '')) style.set(property, value);
  return style;
}

/**
 * A CSS length in points; undefined for `auto`, keywords and what is not given.
 *
 * @param fontSize in points, what `em` refers to
 * @param whole in points, what `%` refers to
 */
export function points(value: string | undefined, fontSize: number, whole: number): number | undefined {
  const match = /^(-?[\d.]+)\s*([a-z]+|%)?/i.exec(value ?? '');
  if (!match) return undefined;
  const number = Number(match[1]);
  const unit = (match[2] ?? '').toLowerCase();
  if (Number.isNaN(number)) return undefined;
  if (unit === '%') return (number / 100) * whole;
  if (unit === 'em' || unit === 'rem') return number * fontSize;
  const factor = POINTS[unit];
  return factor === undefined ? undefined : number * factor;
}
