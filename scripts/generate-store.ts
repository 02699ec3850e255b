/**
 * Writes a store of generated disclosures, for measuring: `npm run generate:store -- FILE [INDICATORS] [SEED]`. Real county
 * codes and names, promises of three years and self-evaluations of two, made-up projects, indicators, budget statements and findings of an audit; the same seed gives the same store. Two million indicators
 * are about 29,000 documents.
 */
import { readFileSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Region } from '../src/model/disclosure.js';
import type { Finding } from '../src/model/finding.js';
import { linkDepartments } from '../src/pipeline/subjects/link-departments.js';
import { openSqliteStore } from '../src/store/open-sqlite-store.js';
import { generatedDocument, INDICATORS_PER_DOCUMENT } from './generated-store/generated-document.js';
import { countsOf, generatedFindings } from './generated-store/generated-findings.js';

const INDICATORS = 2_000;
const SEED = 1;
const BATCH = 50;

/** Creates the file anew; answers the number of documents. */
export async function generateStore(file: string, indicators = INDICATORS, seed = SEED): Promise<number> {
  rmSync(file, { force: true });
  const regions = counties();
  const documents = Math.max(1, Math.round(indicators / INDICATORS_PER_DOCUMENT));
  const store = openSqliteStore(file, { now: () => new Date(Date.UTC(2024, 11, 31)) });
  const findings: Finding[] = [];
  try {
    for (let first = 0; first < documents; first += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, documents - first) }, (_, n) => ({
        document: generatedDocument(first + n, seed, regions),
      }));
      await store.saveAll(batch);
      for (const [n, { document }] of batch.entries()) {
        for (const finding of generatedFindings(document, first + n, seed)) findings.push(finding);
      }
    }
    await linkDepartments(store);
    await store.saveRun({
      scope: {},
      rules: countsOf(findings),
      ruleset: '',
      findings,
      documents,
    });
  } finally {
    await store.close();
  }
  return documents;
}

/** Counties of today with their province and prefecture, spread over the country. */
function counties(): Region[] {
  const lines = JSON.parse(
    readFileSync(new URL('../data/regions/regions.json', import.meta.url), 'utf8'),
  ) as string[];
  const today = lines.map((line) => line.split(' ')).filter(([, , years]) => years?.endsWith('-'));
  const names = new Map(today.map(([code = '', name = '']) => [code, name]));
  const below = today.filter(([code = '']) => !code.endsWith('00'));
  const regions = below.map(([code = '', name = '']) => ({
    code,
    name,
    province: names.get(`${code.slice(0, 2)}0000`) ?? null,
    city: names.get(`${code.slice(0, 4)}00`) ?? null,
  }));
  const step = 997;
  return regions.map((_, n) => regions[(n * step) % regions.length] as Region);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [file = 'generated.db', indicators, seed] = process.argv.slice(2);
  const started = performance.now();
  const documents = await generateStore(file, Number(indicators ?? INDICATORS), Number(seed ?? SEED));
  console.log(`${file}：${documents} 份文档，${((performance.now() - started) / 1000).toFixed(1)} 秒`);
}
