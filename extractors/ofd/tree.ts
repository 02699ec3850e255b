import { isNode, type XmlNode } from '../bytes/xml-tree.js';

/** The name of an element without its prefix: writers choose `ofd:`, none, or one of their own, with namespaces of their own. */
export const localName = ({ name }: XmlNode): string => name.slice(name.indexOf(':') + 1);

/** Element children, of one of the names where some are given. */
export const elementsOf = (node: XmlNode | undefined, ...names: string[]): XmlNode[] =>
  (node?.children ?? [])
    .filter(isNode)
    .filter((child) => names.length === 0 || names.includes(localName(child)));

export const elementOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  elementsOf(node, name)[0];

/** Text directly in an element. */
export const ownText = (node: XmlNode | undefined): string =>
  (node?.children ?? []).filter((child): child is string => !isNode(child)).join('');

/** The numbers in a list of them (`0 0 210 297`); those that are none are left out. */
export const numberList = (text: string | undefined): number[] =>
  (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number.parseFloat)
    .filter(Number.isFinite);

/** A number in an attribute; `otherwise` where there is none. */
export const numberIn = ({ attributes }: XmlNode, attribute: string, otherwise: number): number =>
  numberList(attributes[attribute])[0] ?? otherwise;

/** Whether an attribute says yes; `otherwise` where it is not there. */
export function isTrue({ attributes }: XmlNode, attribute: string, otherwise: boolean): boolean {
  const value = attributes[attribute]?.trim().toLowerCase();
  return value === undefined || value === '' ? otherwise : value === 'true' || value === '1';
}
