import { countIn, isNode, type XmlNode } from '../bytes/xml-tree.js';
import type { OdtReading } from './reading.js';

/** A shape or frame that stands in a paragraph. */
export type InnerShape = XmlNode;

/** Spaces in a row that a document may ask for. */
const MOST_SPACES = 1_000;
const LEFT_OUT = /^(?:office:annotation(?:-end)?|text:ruby-text|svg:(?:title|desc)|office:event-listeners)$/;

interface OpenText {
  text: string;
  /** White space is passed over: at the beginning and after white space (ODF 1.3 part 3, section 6.1.2). */
  spaced: boolean;
}

/**
 * The text of a paragraph as it is printed: white space collapsed, tabs, line breaks and spaces as elements, fields as they
 * show. Notes are put aside, shapes added to `anchored`, hidden text counted.
 */
export function paragraphText(paragraph: XmlNode, reading: OdtReading, anchored: InnerShape[]): string {
  const open: OpenText = { text: '', spaced: true };
  addText(paragraph, open, reading, anchored);
  if (reading.styles.isHidden('paragraph', paragraph.attributes['text:style-name'])) {
    if (open.text.trim() !== '') reading.hiddenTexts.push(open.text);
    return '';
  }
  return open.spaced ? open.text.replace(/ $/, '') : open.text;
}

function addText(node: XmlNode, open: OpenText, reading: OdtReading, anchored: InnerShape[]): void {
  for (const child of node.children) {
    if (!isNode(child)) addCollapsed(child, open);
    else if (child.name.startsWith('draw:')) anchored.push(child);
    else if (!LEFT_OUT.test(child.name)) addElement(child, open, reading, anchored);
  }
}

function addCollapsed(text: string, open: OpenText): void {
  const collapsed = text.replace(/[ \t\r\n]+/g, ' ');
  const shown = open.spaced && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
  if (shown === '') return;
  open.text += shown;
  open.spaced = shown.endsWith(' ');
}

function addElement(node: XmlNode, open: OpenText, reading: OdtReading, anchored: InnerShape[]): void {
  switch (node.name) {
    case 'text:s':
      addSign(open, ' '.repeat(Math.min(MOST_SPACES, countIn(node, 'text:c', 1))));
      return;
    case 'text:tab':
      addSign(open, '\t');
      return;
    case 'text:line-break':
      addSign(open, '\n');
      return;
    case 'text:note':
      reading.notes.push({
        kind: node.attributes['text:note-class'] === 'endnote' ? '尾注' : '脚注',
        body: node,
      });
      return;
    case 'text:hidden-text':
    case 'text:hidden-paragraph':
      if (node.attributes['text:is-hidden'] !== 'true') addText(node, open, reading, anchored);
      return;
    default:
      if (!reading.styles.isHidden('text', node.attributes['text:style-name'])) {
        addText(node, open, reading, anchored);
        return;
      }
  }
  const hidden: OpenText = { text: '', spaced: true };
  addText(node, hidden, reading, anchored);
  if (hidden.text.trim() !== '') reading.hiddenTexts.push(hidden.text);
}

function addSign(open: OpenText, sign: string): void {
  open.text += sign;
  open.spaced = false;
}
