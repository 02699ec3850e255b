/**
 * What recognizing and assembling cost beside extraction, on samples/ and on ../shared/corpus where it is: each file three
 * times, the fastest run of each step counts. Goal: recognition and assembly under half of extraction, budget statements (which are part of it)
 * under a third.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readBytes } from '../extractors/read-bytes.js';
import { readDisclosures } from '../normalizers/read-disclosures.js';
import { readStatements } from '../normalizers/statements/read-statements.js';

const FOLDERS = ['../samples/', '../../shared/corpus/'].map((folder) => new URL(folder, import.meta.url));
const RUNS = 3;

async function main(): Promise<void> {
  console.log(`负载 ${loadavg()[0]?.toFixed(1)}，每份 ${RUNS} 次取最快\n`);
  for (const folder of FOLDERS.filter((url) => existsSync(url))) {
    let extraction = 0;
    let recognition = 0;
    let statements = 0;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const entry of files) {
      const path = `${entry.parentPath}/${entry.name}`;
      const [extract, recognize, state] = await fastest(path);
      extraction += extract;
      recognition += recognize;
      statements += state;
    }
    const share = (part: number): string => (part / extraction).toFixed(2);
    console.log(
      `${fileURLToPath(folder)}：${files.length} 份，提取 ${extraction.toFixed(0)} ms，认表与归集 ${recognition.toFixed(0)} ms，比 ${share(recognition)}，其中预算表 ${statements.toFixed(0)} ms，比 ${share(statements)}`,
    );
  }
}

async function fastest(path: string): Promise<[extract: number, recognize: number, statements: number]> {
  const bytes = readFileSync(path);
  let best: [number, number, number] = [Infinity, Infinity, Infinity];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const extraction = await readBytes(bytes, { path });
    const middle = performance.now();
    const { blocks, forms } = readDisclosures(extraction, { path });
    const end = performance.now();
    readStatements(blocks, new Set(forms.flatMap((form) => form.blocks)));
    best = [
      Math.min(best[0], middle - start),
      Math.min(best[1], end - middle),
      Math.min(best[2], performance.now() - end),
    ];
  }
  return best;
}

await main();
