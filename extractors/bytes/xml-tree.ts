import { SaxesParser } from 'saxes';
import { LIMITS, LimitError, UnreadableError } from './limits.js';

/** An element; the prefix of its name (`text:p`, `table:table`) is that of `PrefixOf`. */
export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlNode | string)[];
}

const STEP = 1024 * 1024;

/** The prefix that names of a namespace get; undefined: the one they are written with. */
export type PrefixOf = (namespace: string) => string | undefined;

/**
 * Parses an XML text into a tree. No DTD is followed, no entity beyond the five of XML is resolved.
 *
 * @throws UnreadableError `corrupt` when it is not well-formed; LimitError when there are too many elements, or too deep ones
 */
export function parseTree(xml: string, prefixOf: PrefixOf = () => undefined): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] };
  const open: XmlNode[] = [root];
  const renamed = new Map<string, string>();
  let elements = 0;
  const parser = new SaxesParser({});
  parser.on('attribute', ({ name, value }) => {
    const short = name.startsWith('xmlns:') ? prefixOf(value) : undefined;
    if (short !== undefined && name.slice(6) !== short) renamed.set(name.slice(6), short);
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (elements > LIMITS.htmlElements) throw new LimitError(`XML 元素超过 ${LIMITS.htmlElements} 个`);
    if (open.length > LIMITS.xmlDepth) throw new LimitError(`XML 嵌套超过 ${LIMITS.xmlDepth} 层`);
    const node: XmlNode =
      renamed.size === 0
        ? { name, attributes, children: [] }
        : { name: usual(name, renamed), attributes: usualNames(attributes, renamed), children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  const addText = (text: string): void => {
    open.at(-1)?.children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('error', () => {
    const { line, column } = parser;
    throw new UnreadableError('corrupt', `正文不是完好的 XML（第 ${line} 行第 ${column} 字处）`);
  });
  for (let at = 0; at < xml.length; at += STEP) parser.write(xml.slice(at, at + STEP));
  parser.close();
  return root;
}

function usual(name: string, renamed: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const short = renamed.get(name.slice(0, Math.max(0, colon)));
  return short === undefined ? name : `${short}${name.slice(colon)}`;
}

const usualNames = (
  attributes: Readonly<Record<string, string>>,
  renamed: ReadonlyMap<string, string>,
): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [usual(name, renamed), value]));

export const isNode = (child: XmlNode | string): child is XmlNode => typeof child !== 'string';

/** Element children with one of the given names. */
export const childrenNamed = (node: XmlNode, ...names: string[]): XmlNode[] =>
  node.children.filter((child): child is XmlNode => isNode(child) && names.includes(child.name));

/** The elements of a name directly under the document element. */
export const partsNamed = (tree: XmlNode | undefined, name: string): XmlNode[] =>
  tree === undefined ? [] : tree.children.filter(isNode).flatMap((root) => childrenNamed(root, name));

/** All elements of a name below a node, in the order of the file. */
export function* descendants(node: XmlNode, ...names: string[]): Generator<XmlNode> {
  for (const child of node.children) {
    if (!isNode(child)) continue;
    if (names.includes(child.name)) yield child;
    yield* descendants(child, ...names);
  }
}

/** A whole number in an attribute, at least `least`; `otherwise` where there is none. */
export function countIn(node: XmlNode, attribute: string, otherwise: number, least = 1): number {
  const value = Number.parseInt(node.attributes[attribute] ?? '', 10);
  return Number.isNaN(value) ? otherwise : Math.max(least, value);
}
