import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { runAudit } from '../src/audit/run/run-audit.js';
import type { Finding } from '../src/model/finding.js';
import { readDocument } from '../src/pipeline/reading/read-document.js';
import { sourceOf } from '../test/support/audit-source.js';

const FOLDER = new URL('../test/audit/pencil/', import.meta.url);

/** One discrepancy somebody found on the page, without having seen the program's list. */
const rowSchema = z.object({
  document: z.string(),
  row: z.string(),
  pages: z.string().transform((pages) => (pages === '' ? [] : pages.split(',').map(Number))),
  grave: z.enum(['error', 'warning', 'note']),
  class: z.string(),
  figures: z.string().transform((figures) => (figures === '' ? [] : figures.split(','))),
});
export type PencilRow = z.infer<typeof rowSchema>;

const classesSchema = z.object({
  rules: z.record(z.string(), z.array(z.string())),
  outside: z.array(z.string()),
});

export const pencilRows = (): PencilRow[] =>
  z
    .array(rowSchema)
    .parse(parse(readFileSync(new URL('rows.tsv', FOLDER)), { delimiter: '\t', columns: true, quote: null }));

export const pencilClasses = (): z.infer<typeof classesSchema> =>
  classesSchema.parse(JSON.parse(readFileSync(new URL('classes.json', FOLDER), 'utf8')));

/**
 * Whether a finding of the row's document is what the pencil underlined: a rule of its class, on one of its pages, with its
 * figures (two of them where it has more).
 */
export function isListed({ pages, figures }: PencilRow, rules: string[], findings: Finding[]): boolean {
  return findings.some((finding) => {
    if (!rules.includes(finding.rule)) return false;
    const quotes = finding.evidence.map(({ evidence }) => evidence.quote);
    const text = [finding.message, ...quotes]
      .map((each) => each.normalize('NFKC').replace(/[\s,]/g, ''))
      .join(' ');
    const printed = new Set((text.match(/\d+(\.\d+)?/g) ?? []).map(Number));
    const places = finding.evidence.map(({ evidence }) => Number(/^p(\d+)/.exec(evidence.place)?.[1] ?? 0));
    const met = figures.filter((figure) => printed.has(Number(figure))).length;
    return (
      (pages.length === 0 || places.some((page) => pages.includes(page))) &&
      met >= Math.min(2, figures.length)
    );
  });
}

/** Prints, class by class, how many of the rows found with a pencil the list of findings over the folder's documents has. */
export async function main(folder: string | undefined): Promise<void> {
  if (!folder || !existsSync(folder)) {
    console.log(`没有文件夹 ${folder ?? '（未指明）'}，不核对；用法：npm run audit:pencil -- 文件夹`);
    return;
  }
  const rows = pencilRows().filter(({ document }) => existsSync(join(folder, document)));
  const { rules, outside } = pencilClasses();
  const findings = await findingsOf(folder, [...new Set(rows.map(({ document }) => document))]);
  const judged = rows.map((row) => ({
    row,
    listed: isListed(row, rules[row.class] ?? [], findings.get(row.document) ?? []),
  }));
  for (const name of Object.keys(rules))
    print(
      name,
      judged.filter(({ row }) => row.class === name),
    );
  const inside = judged.filter(({ row }) => !outside.includes(row.class));
  for (const grave of ['error', 'warning', 'note'])
    print(
      grave,
      inside.filter(({ row }) => row.grave === grave),
    );
  print('合计', inside);
  console.log(`不在此列（文字、预算表）：${judged.length - inside.length}`);
}

function print(name: string, judged: { row: PencilRow; listed: boolean }[]): void {
  const found = judged.filter(({ listed }) => listed).length;
  const missed = judged.filter(({ listed }) => !listed).map(({ row }) => `${row.document} ${row.row}`);
  const tail =
    judged.length > 0 && judged.length <= 60 && missed.length > 0 ? `  未查出：${missed.join('、')}` : '';
  console.log(`${name.padEnd(32)}${String(found).padStart(4)} / ${judged.length}${tail}`);
}

/** The findings of each document, each audited with the others. */
async function findingsOf(folder: string, paths: string[]): Promise<Map<string, Finding[]>> {
  const documents = [];
  for (const path of paths) documents.push(await readDocument(readFileSync(join(folder, path)), { path }));
  const { findings } = await runAudit(sourceOf(documents));
  return new Map(
    documents.map(({ sha256, path }) => [path, findings.filter(({ document }) => document === sha256)]),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv[2]);
