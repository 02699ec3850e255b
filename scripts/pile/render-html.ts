import type { PileDocument, PileTable } from './pile-document.js';

/** A page with bordered tables. */
export function renderHtml({ paragraphs, tables }: PileDocument): Uint8Array {
  const body = [...paragraphs.map((text) => `<p>${text}</p>`), ...tables.map(renderTable)].join('\n');
  const title = paragraphs[0] ?? '';
  return Buffer.from(
    `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>\n${body}\n</body></html>\n`,
  );
}

function renderTable({ title, caption, rows }: PileTable): string {
  const cells = rows.map((row) =>
    row
      .map(({ text, rowSpan = 1, colSpan = 1 }) => {
        const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`;
        return `<td${spans} style="border:1px solid #000;padding:2px 4px">${text}</td>`;
      })
      .join(''),
  );
  return `<h2>${title}</h2><p>${caption}</p>\n<table border="1">\n${cells.map((row) => `<tr>${row}</tr>`).join('\n')}\n</table>`;
}
