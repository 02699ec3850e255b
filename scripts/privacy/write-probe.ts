import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { docx, p, r, tbl, tc, tr } from '../../test/support/docx-builder.js';
import { buildPdf, drawTable, PdfCanvas, plainTable } from '../../test/support/pdf-builder.js';
import { textCell, workbookOf } from '../../test/support/workbook.js';
import type { Probe } from './probe.js';

interface Sheet {
  title: string;
  sheet: string;
  /** Grids and paragraphs in reading order. */
  parts: (string | string[][])[];
}

/** The name of the project tells one file from another. */
const head = (project: string): string[][] => [
  ['项目名称', project, '资金总额', '12'],
  ['其中：财政拨款', '10', '其他资金', '1'],
];
const INDICATORS = [
  ['一级指标', '二级指标', '三级指标', '指标值'],
  ['产出指标', '数量指标', '巡查次数', '12次'],
  ['效益指标', '社会效益指标', '火情发现率', '≥95%'],
];

function sheetOf({ title, sheet, line, rows = [], below = [], table }: Probe, project: string): Sheet {
  const heading = title ?? '项目支出绩效目标表';
  const form = [...head(project), ...rows, ...INDICATORS, ...below];
  return {
    title: heading,
    sheet: sheet ?? '表1',
    parts: [heading, form, ...(line === undefined ? [] : [line]), ...(table ? ['附表', table] : [])],
  };
}

const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const asRows = (part: string | string[][]): string[][] => (typeof part === 'string' ? [[part]] : part);
const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** How a probe is written in each format. */
export const WRITERS: Record<string, (probe: Probe, project: string) => string | Uint8Array> = {
  html: (probe, project) => {
    const { title, parts } = sheetOf(probe, project);
    const cell = (text: string): string => `<td>${xml(text).replaceAll('\n', '<br>')}</td>`;
    const body = parts.map((part) =>
      typeof part === 'string'
        ? `<p>${xml(part)}</p>`
        : `<table border="1">${part.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`,
    );
    return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${xml(title)}</title></head><body>${body.join('')}</body></html>`;
  },
  csv: (probe, project) =>
    sheetOf(probe, project)
      .parts.flatMap(asRows)
      .map((row) => row.map(quoted).join(','))
      .join('\n'),
  txt: (probe, project) =>
    sheetOf(probe, project)
      .parts.flatMap(asRows)
      .map((row) => row.map((text) => text.replaceAll('\n', ' ')).join('\t'))
      .join('\n'),
  docx: (probe, project) => {
    const { title, parts } = sheetOf(probe, project);
    const lines = (text: string): string =>
      text
        .split('\n')
        .map((line) => p(r(xml(line))))
        .join('');
    const body = parts.map((part) =>
      typeof part === 'string' ? lines(part) : tbl(part.map((row) => tr(row.map((text) => tc(lines(text)))))),
    );
    return docx(body.join(''), { title: xml(title) });
  },
  xlsx: (probe, project) => {
    const { sheet, parts } = sheetOf(probe, project);
    const rows = parts.flatMap(asRows).map((row, at) => {
      const cells = row.map((text, column) =>
        textCell(`${String.fromCharCode(65 + column)}${at + 1}`, xml(text)),
      );
      return `<row r="${at + 1}">${cells.join('')}</row>`;
    });
    const files = unzipSync(workbookOf(`<sheetData>${rows.join('')}</sheetData>`));
    const book = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()).replace('表1', xml(sheet));
    return zipSync({ ...files, 'xl/workbook.xml': strToU8(book) });
  },
  pdf: (probe, project) => {
    const canvas = new PdfCanvas();
    let top = 40;
    for (const part of sheetOf(probe, project).parts) {
      if (typeof part === 'string') {
        canvas.text(40, top, part, 10);
        top += 30;
        continue;
      }
      const widths = (part[0] ?? []).map((_, column) =>
        Math.max(70, ...part.map((row) => (row[column] ?? '').length * 10 + 10)),
      );
      const texts = part.map((row) => widths.map((_, column) => (row[column] ?? '').replaceAll('\n', ' ')));
      const table = plainTable(30, top, widths, texts);
      drawTable(canvas, table, (x0, y0, x1, y1) => canvas.line(x0, y0, x1, y1));
      top = (table.ys.at(-1) ?? top) + 20;
    }
    return buildPdf([canvas.page()]);
  },
};
