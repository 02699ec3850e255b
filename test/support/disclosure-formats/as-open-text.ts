import { strToU8, zipSync } from 'fflate';
import { type Block, type Cell, type Grid, isGrid, slotsOf } from '../../../src/model/grid.js';
import { escapeMarkup } from './escape-markup.js';

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMESPACES = [
  ...['office', 'text', 'table', 'style'].map((name) => `xmlns:${name}="${ODF}:${name}:1.0"`),
  `xmlns:draw="${ODF}:drawing:1.0"`,
  `xmlns:svg="${ODF}:svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
].join(' ');
const MIMETYPE = 'application/vnd.oasis.opendocument.text';

/** The blocks as an OpenDocument text. */
export const asOpenText = (blocks: readonly Block[]): Uint8Array => openText(blocks.map(asXml).join(''));

/** A packed OpenDocument text with this in its body and its automatic styles. */
export const openText = (
  body: string,
  styles = '',
  more: Record<string, string | Uint8Array> = {},
): Uint8Array =>
  zipSync({
    mimetype: [strToU8(MIMETYPE), { level: 0 }],
    'content.xml': strToU8(contentXml(body, styles)),
    ...Object.fromEntries(
      Object.entries(more).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  });

export const contentXml = (body: string, styles = ''): string =>
  `<?xml version="1.0"?><office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;

/** The same in one XML file. */
export const flatOpenText = (body: string, styles = ''): Uint8Array =>
  strToU8(
    contentXml(body, styles)
      .replaceAll('document-content', 'document')
      .replace('xmlns', `office:mimetype="${MIMETYPE}" xmlns`),
  );

const asXml = (block: Block): string => (isGrid(block) ? tableXml(block) : paragraphs(block.text));

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<text:p>${escapeMarkup(line)}</text:p>`)
    .join('');

function tableXml(grid: Grid): string {
  const rows = slotsOf(grid).map((slots, r) => {
    const cells = slots.map((cell, c) =>
      cell?.row === r + 1 && cell.column === c + 1 ? cellXml(cell) : '<table:covered-table-cell/>',
    );
    return `<table:table-row>${cells.join('')}</table:table-row>`;
  });
  return `<table:table><table:table-column table:number-columns-repeated="${grid.columns}"/>${rows.join('')}</table:table>`;
}

const cellXml = ({ rowSpan, colSpan, text }: Cell): string =>
  `<table:table-cell table:number-rows-spanned="${rowSpan}" table:number-columns-spanned="${colSpan}">${paragraphs(text)}</table:table-cell>`;
