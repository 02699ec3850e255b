import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { runCommand } from '../../test/support/run-command.js';

const STORE = 'store.db';

/** Everything a person may come to see of the files in a folder, as one text without blanks; by where it was seen. */
export async function everythingShown(folder: string, files: string): Promise<Map<string, string>> {
  const shown = new Map<string, string>();
  const run = (...args: string[]): void => {
    const { status, stdout, stderr } = runCommand(folder, [...args, '--db', STORE]);
    if (status !== 0 && status !== 3) throw new Error(`${args.join(' ')}: ${stderr}`);
    shown.set(args.join(' '), `${stdout}\n${stderr}`);
  };
  run('import', files, '--report', 'shown/report.csv');
  run('import', files, '--log', 'json');
  run('audit', '--format', 'html', '--output', 'shown/audit.html');
  for (const format of ['csv', 'json', 'xlsx'])
    run('audit', '--format', format, '--output', `shown/audit.${format}`);
  run('export', '--to', 'shown/export');
  run('query', 'documents', '--format', 'json');
  run('query', 'cells', '--format', 'csv');
  run('status');
  for (const id of await findingsOf(folder)) run('explain', id);
  for (const file of filesBelow(join(folder, 'shown'))) shown.set(file, textOf(file));
  shown.set('store', await storedText(join(folder, STORE)));
  return new Map([...shown].map(([where, text]) => [where, withoutBlanks(text)]));
}

export const withoutBlanks = (text: string): string => text.replace(/\\n|\s/g, '');

async function findingsOf(folder: string): Promise<string[]> {
  const store = openSqliteStore(join(folder, STORE), { readOnly: true });
  const ids = (await store.query('findings', {}, { limit: 2 })).rows.map(({ id }) => `f${id}`);
  await store.close();
  return ids;
}

function* filesBelow(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

function textOf(file: string): string {
  const bytes = readFileSync(file);
  if (!file.endsWith('.xlsx')) return bytes.toString('utf8');
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n');
}

/** Every table but those of true paths, packed readings unpacked. */
async function storedText(file: string): Promise<string> {
  const store = openSqliteStore(file);
  const dump = await store.dump();
  await store.close();
  return dump
    .split('\n')
    .filter((line) => !/^(document_paths|reading_paths|archive_rows) /.test(line))
    .join('\n')
    .replace(/"(789c|7801|785e)([0-9a-f]+)"/g, (_, head: string, rest: string) =>
      inflateSync(Buffer.from(head + rest, 'hex')).toString('utf8'),
    )
    .replace(/[0-9a-f]{32,}/g, '');
}
