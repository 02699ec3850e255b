import type { Block } from '../../src/model/grid.js';
import { countIn, isNode, type XmlNode } from '../bytes/xml-tree.js';
import { ListCounter } from './list-labels.js';
import { type InnerShape, paragraphText } from './paragraph-text.js';
import type { OdtReading } from './reading.js';

/** What stands in a document, a cell or a text box, in reading order; blank paragraphs included. */
export type FlowItem =
  | { kind: 'text'; text: string; heading?: number }
  | { kind: 'table'; node: XmlNode }
  | { kind: 'picture'; blocks: readonly Block[] };

interface ListPosition {
  style: string;
  level: number;
  counter: ListCounter;
}

/** Not part of the text as it is printed: deleted text, comments, forms, declarations, sources of indexes, descriptions. */
const LEFT_OUT =
  /^(?:text:tracked-changes|office:annotation(?:-end)?|office:forms|office:event-listeners|text:[\w-]+-(?:decls|source)|svg:(?:title|desc)|table:(?:title|desc))$/;

/** Content → paragraphs and tables; text boxes and what else is anchored in a paragraph follow it. */
export function readFlow(nodes: readonly (XmlNode | string)[], reading: OdtReading): FlowItem[] {
  const items: FlowItem[] = [];
  addFlow(nodes, reading, items);
  return items;
}

function addFlow(nodes: readonly (XmlNode | string)[], reading: OdtReading, items: FlowItem[]): void {
  for (const node of nodes) {
    if (!isNode(node) || LEFT_OUT.test(node.name)) continue;
    switch (node.name) {
      case 'text:p':
        addParagraph(node, '', reading, items);
        break;
      case 'text:h':
        addParagraph(node, headingLabel(node, reading), reading, items);
        break;
      case 'text:list':
        addList(node, undefined, reading, items);
        break;
      case 'table:table':
        items.push({ kind: 'table', node });
        break;
      case 'draw:frame':
        addShape(node, reading, items);
        break;
      case 'text:section':
        if (reading.styles.isHiddenSection(node)) reading.hiddenTexts.push(allText(node));
        else addFlow(node.children, reading, items);
        break;
      default:
        addFlow(node.children, reading, items);
    }
  }
}

function addParagraph(node: XmlNode, label: string, reading: OdtReading, items: FlowItem[]): void {
  const anchored: InnerShape[] = [];
  const text = paragraphText(node, reading, anchored);
  const heading = node.name === 'text:h' ? countIn(node, 'text:outline-level', 1) : undefined;
  items.push({ kind: 'text', text: label + text, ...(heading === undefined ? {} : { heading }) });
  for (const shape of anchored) addFlow([shape], reading, items);
}

function headingLabel(node: XmlNode, { headings, styles }: OdtReading): string {
  if (styles.outline.size === 0 || node.attributes['text:is-list-header'] === 'true') return '';
  return headings.next(countIn(node, 'text:outline-level', 1), startValue(node));
}

/** A frame holds one thing, and pictures of it for programs that cannot show it. */
function addShape(frame: XmlNode, reading: OdtReading, items: FlowItem[]): void {
  const kinds = frame.children.filter(isNode).map(({ name }) => name);
  if (kinds.includes('draw:object') || kinds.includes('draw:object-ole')) reading.objects++;
  else if (kinds.includes('draw:image')) addPicture(frame, reading, items);
  if (!kinds.includes('draw:object')) addFlow(frame.children, reading, items);
}

/** A scanned page is read where it stands; other pictures are counted. */
function addPicture(frame: XmlNode, reading: OdtReading, items: FlowItem[]): void {
  const blocks = reading.pictureIn(frame);
  if (blocks.length > 0) items.push({ kind: 'picture', blocks });
  else reading.images++;
}

function addList(
  list: XmlNode,
  outer: ListPosition | undefined,
  reading: OdtReading,
  items: FlowItem[],
): void {
  const style = list.attributes['text:style-name'] ?? outer?.style ?? '';
  const level = (outer?.level ?? 0) + 1;
  const counter = outer && outer.style === style ? outer.counter : counterOf(list, style, reading);
  const position: ListPosition = { style, level, counter };
  for (const item of list.children) {
    if (!isNode(item)) continue;
    const blocks = item.children.filter(isNode).filter(({ name }) => !LEFT_OUT.test(name));
    blocks.forEach((block, index) => {
      if (block.name === 'text:list') addList(block, position, reading, items);
      else if (block.name !== 'text:p' && block.name !== 'text:h') addFlow([block], reading, items);
      else {
        const counted = index === 0 && item.name === 'text:list-item';
        const label = counted ? counter.next(level, startValue(item)) : '';
        const isBlank = label !== '' && counter.isBullet(level) && allText(block).trim() === '';
        addParagraph(block, isBlank ? '' : label, reading, items);
      }
    });
  }
}

/** A list counts anew unless it says that it goes on (ODF 1.3 part 3, sections 19.773 and 19.774). */
function counterOf(list: XmlNode, style: string, { counters, styles }: OdtReading): ListCounter {
  const before = list.attributes['text:continue-list'];
  const goesOn = list.attributes['text:continue-numbering'] === 'true';
  const counter =
    (before === undefined ? undefined : counters.get(`#${before}`)) ??
    (goesOn ? counters.get(style) : undefined) ??
    new ListCounter(styles.lists.get(style) ?? new Map());
  const id = list.attributes['xml:id'] ?? list.attributes['text:id'];
  if (id !== undefined) counters.set(`#${id}`, counter);
  counters.set(style, counter);
  return counter;
}

function startValue(node: XmlNode): number | undefined {
  const value = countIn(node, 'text:start-value', -1, 0);
  return value < 0 ? undefined : value;
}

/** All text below a node, as it stands in the file. */
export const allText = (node: XmlNode): string =>
  node.children.map((child) => (isNode(child) ? allText(child) : child)).join('');
