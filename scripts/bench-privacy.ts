import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { openStore } from '../src/store/open-store.js';
import { docx, p, r, tbl, tc, tr } from '../test/support/docx-builder.js';
import { runCommand } from '../test/support/run-command.js';
import { textCell, workbookOf } from '../test/support/workbook.js';
import { harmlessPositions, type Position, privatePositions } from './privacy/positions.js';

/**
 * Plants invented persons and numbers, and what only looks like them, in files of four formats, imports the files with the
 * built command and searches the store: every table, every packed reading, the bytes of the file and the export.
 */
const SEED = 20240817;
const ROUNDS = 3;
const SHOWN = 20;

const xml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const writers: Record<string, (rows: string[][]) => string | Uint8Array> = {
  html: (rows) =>
    `<meta charset="utf-8"><table border="1">${rows.map((row) => `<tr>${row.map((text) => `<td>${xml(text)}</td>`).join('')}</tr>`).join('')}</table>`,
  csv: (rows) => rows.map((row) => row.map((text) => `"${text}"`).join(',')).join('\n'),
  docx: (rows) => docx(tbl(rows.map((row) => tr(row.map((text) => tc(p(r(xml(text))))))))),
  xlsx: (rows) =>
    workbookOf(
      `<sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row.map((text, column) => textCell(`${String.fromCharCode(65 + column)}${at + 1}`, xml(text))).join('')}</row>`).join('')}</sheetData>`,
    ),
};
const FORM = [
  ['项目支出绩效目标表', '', '', ''],
  ['项目名称', '护林防火巡查', '资金总额', '12'],
  ['一级指标', '二级指标', '三级指标', '指标值'],
  ['产出指标', '数量指标', '巡查次数', '12次'],
  ['效益指标', '社会效益指标', '火情发现率', '≥95%'],
];

/** Everything the store holds as text; packed readings unpacked. */
function everythingIn(file: string): string {
  const store = openStore(file);
  const dump = store.dump();
  store.close();
  const unpacked = dump.replace(/"(789c|7801|785e)([0-9a-f]+)"/g, (_, head: string, rest: string) =>
    inflateSync(Buffer.from(head + rest, 'hex')).toString('utf8'),
  );
  const plain = unpacked.replace(/[0-9a-f]{32,}/g, '');
  return `${plain}\n${readFileSync(file).toString('utf8')}`;
}

function measure(positions: readonly Position[]): { readable: Position[]; gone: Position[] } {
  const readable: Position[] = [];
  const gone: Position[] = [];
  for (const [format, write] of Object.entries(writers)) {
    const folder = mkdtempSync(join(tmpdir(), 'mingzhang-privacy-'));
    try {
      for (const [index, position] of positions.entries())
        writeFileSync(join(folder, `${index}.${format}`), write([...FORM, ...position.rows]));
      const { status, stderr } = runCommand(folder, ['import', '.', '--db', 'store.db']);
      if (status !== 0) throw new Error(stderr);
      const text = everythingIn(join(folder, 'store.db'));
      for (const position of positions) {
        const where = { ...position, kind: `${position.kind} (${format})` };
        (position.tokens.some((token) => text.includes(token)) ? readable : gone).push(where);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { readable, gone };
}

const show = (positions: readonly Position[]) => {
  for (const { kind, rows } of positions.slice(0, SHOWN))
    console.log(`  ${kind}: ${rows.map((row) => row.join(' | ')).join(' // ')}`);
};

const planted = privatePositions(SEED, ROUNDS);
const alike = harmlessPositions(SEED, ROUNDS);
const missed = measure(planted).readable;
const masked = measure(alike).gone;
const formats = Object.keys(writers).length;
console.log(`missed      ${missed.length} of ${planted.length * formats}`);
show(missed);
console.log(`over-masked ${masked.length} of ${alike.length * formats}`);
show(masked);
process.exitCode = missed.length > 0 || masked.length > alike.length * formats * 0.01 ? 1 : 0;
