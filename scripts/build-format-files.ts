/**
 * Writes the files of test/formats/files: each page in the formats LibreOffice saves, packed into one zip. LibreOffice (soffice)
 * must be installed; its files differ from run to run, so they are committed and only written again to add a page.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { PAGES } from '../test/formats/pages.js';

const LIBREOFFICE = 'soffice';
const FILES = new URL('../test/formats/files/', import.meta.url);
const FILTERS = [
  { extension: 'docx', from: 'HTML (StarWriter)', to: 'MS Word 2007 XML' },
  { extension: 'doc', from: 'HTML (StarWriter)', to: 'MS Word 97' },
  { extension: 'rtf', from: 'HTML (StarWriter)', to: 'Rich Text Format' },
  { extension: 'pdf', from: 'HTML (StarWriter)', to: 'writer_pdf_Export' },
  { extension: 'xlsx', from: 'HTML (StarCalc)', to: 'Calc MS Excel 2007 XML' },
  { extension: 'xls', from: 'HTML (StarCalc)', to: 'MS Excel 97' },
];
/** LibreOffice cuts wide tables off at the edge of the page, and draws merged cells cut by a page break without borders. */
const LARGE_SHEET = '<style>@page { size: 29.7cm 42cm; margin: 2cm }</style>';

const folder = mkdtempSync(join(tmpdir(), 'formats-'));
try {
  for (const { name, page, largeSheet } of PAGES.filter(({ byLibreOffice }) => byLibreOffice)) {
    const html = readFileSync(page, 'utf8');
    writeFileSync(
      join(folder, `${name}.html`),
      largeSheet ? html.replace('</title>', `</title>${LARGE_SHEET}`) : html,
    );
    const members = FILTERS.map(({ extension, from, to }) => {
      convert(`${name}.html`, `${extension}:${to}`, from);
      const file = `${name}.${extension}`;
      return [file, new Uint8Array(readFileSync(join(folder, file)))];
    });
    writeFileSync(new URL(`${name}.zip`, FILES), zipSync(Object.fromEntries(members), { level: 9 }));
  }
} finally {
  rmSync(folder, { recursive: true });
}

function convert(file: string, to: string, from: string): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const options = [`--infilter=${from}`, '--convert-to', to, '--outdir', folder, join(folder, file)];
  execFileSync(LIBREOFFICE, [profile, '--headless', ...options], { stdio: 'pipe' });
}
