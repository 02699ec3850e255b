/**
 * Refuses an exported name that means two things: whoever meets it should know without looking at the import which is meant.
 * Formats are islands that never meet, and may call their like parts alike.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ALLOWED = new Set([
  // Use cases that bear the name of what they let be done.
  ...['checkStore', 'importFiles', 'removeDocuments', 'runAudit'],
  // A printed page has rules and columns too; its readers meet no others.
  ...['PagePicture', 'Rule', 'columnsOf', 'formRows'],
]);

const EXPORT = /^export (?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;

const files = execFileSync('git', ['ls-files', 'src', 'extractors', 'normalizers'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file));

const places = new Map<string, string[]>();
for (const file of files) {
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(EXPORT)) {
    const known = places.get(name) ?? [];
    if (!known.includes(file)) places.set(name, [...known, file]);
  }
}

const formatOf = (file: string): string | undefined => /^extractors\/([^/]+)\//.exec(file)?.[1];

/** All in formats, each in another. */
function isOfIslands(where: readonly string[]): boolean {
  const formats = where.map(formatOf);
  return !formats.includes(undefined) && new Set(formats).size === where.length;
}

const doubled = [...places].filter(
  ([name, where]) => where.length > 1 && !ALLOWED.has(name) && !isOfIslands(where),
);
for (const [name, where] of doubled) console.error(`${name} 有几个意思：${where.join('、')}`);
const idle = [...ALLOWED].filter((name) => (places.get(name) ?? []).length < 2);
for (const name of idle) console.error(`${name} 只有一个意思，不必再列在 scripts/check-names.ts 里`);
console.log(`名称：${places.size} 个导出，${doubled.length} 个有几个意思`);
process.exitCode = doubled.length + idle.length > 0 || places.size === 0 ? 1 : 0;
