import { type Block, isGrid } from '../../../src/model/grid.js';
import { encodeGbk } from './encode-gbk.js';
import { escapeMarkup } from './escape-markup.js';
import { printedRows } from './printed-rows.js';

/** The blocks as a web page in UTF-8. */
export const asWebPage = (blocks: readonly Block[]): Uint8Array => Buffer.from(page(blocks, 'utf-8'));

/** The blocks as a web page in GBK that declares itself gb2312. */
export const asGbkWebPage = (blocks: readonly Block[]): Uint8Array => encodeGbk(page(blocks, 'gb2312'));

function page(blocks: readonly Block[], charset: string): string {
  const body = blocks.map((block) => {
    if (!isGrid(block)) return `<p>${markup(block.text)}</p>`;
    const rows = printedRows(block).map((row) =>
      row
        .filter(({ continues }) => !continues)
        .map(
          ({ cell }) => `<td rowspan="${cell.rowSpan}" colspan="${cell.colSpan}">${markup(cell.text)}</td>`,
        )
        .join(''),
    );
    return `<table>${rows.map((row) => `<tr>${row}</tr>`).join('\n')}</table>`;
  });
  return `<html><head><meta charset="${charset}"></head><body>${body.join('\n')}</body></html>`;
}

const markup = (text: string): string => escapeMarkup(text).replaceAll('\n', '<br>');
