/**
 * What recognizing and assembling cost beside extraction, on samples/ and on ../shared/corpus where it is: each file three
 * times, the fastest run of each step counts. Goal: recognition and assembly under half of extraction.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readBytes } from '../extractors/read-bytes.js';
import { readDisclosures } from '../normalizers/read-disclosures.js';

const FOLDERS = ['../samples/', '../../shared/corpus/'].map((folder) => new URL(folder, import.meta.url));
const RUNS = 3;

async function main(): Promise<void> {
  console.log(`负载 ${loadavg()[0]?.toFixed(1)}，每份 ${RUNS} 次取最快\n`);
  for (const folder of FOLDERS.filter((url) => existsSync(url))) {
    let extraction = 0;
    let recognition = 0;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const entry of files) {
      const path = `${entry.parentPath}/${entry.name}`;
      const [extract, recognize] = await fastest(path);
      extraction += extract;
      recognition += recognize;
    }
    const ratio = (recognition / extraction).toFixed(2);
    console.log(
      `${fileURLToPath(folder)}：${files.length} 份，提取 ${extraction.toFixed(0)} ms，认表与归集 ${recognition.toFixed(0)} ms，比 ${ratio}`,
    );
  }
}

async function fastest(path: string): Promise<[extract: number, recognize: number]> {
  const bytes = readFileSync(path);
  let best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const extraction = await readBytes(bytes, { path });
    const middle = performance.now();
    readDisclosures(extraction, { path });
    best = [Math.min(best[0], middle - start), Math.min(best[1], performance.now() - middle)];
  }
  return best;
}

await main();
