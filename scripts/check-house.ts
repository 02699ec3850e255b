/**
 * Prints the house by folders: modules, levels (the longest chain of imports inside the folder), arrows inside it, and for
 * folders with rooms the same of every room; then the short files that only one neighbour imports, which may be a private
 * detail of it or a story of their own. That no arrow goes up and none in a circle is held by `check:static`.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Cruise, cruise } from './cruise.js';
import { ROOMS } from './rooms.cjs';

const { modules } = cruise();

interface Figures {
  modules: number;
  levels: number;
  arrows: number;
}

function figuresOf(isInside: (path: string) => boolean): Figures {
  const inside = modules.filter(({ source }) => isInside(source));
  const targets = new Map(
    inside.map(({ source, dependencies }) => [source, new Set(importsOf(dependencies).filter(isInside))]),
  );
  const levels = new Map<string, number>();
  const levelOf = (path: string): number => {
    const known = levels.get(path);
    if (known !== undefined) return known;
    const level = 1 + Math.max(0, ...[...(targets.get(path) ?? [])].map(levelOf));
    levels.set(path, level);
    return level;
  };
  return {
    modules: inside.length,
    levels: Math.max(0, ...inside.map(({ source }) => levelOf(source))),
    arrows: [...targets.values()].reduce((sum, each) => sum + each.size, 0),
  };
}

const importsOf = (dependencies: Cruise['modules'][number]['dependencies']): string[] =>
  dependencies.map(({ resolved }) => resolved);

const print = (name: string, { modules: files, levels, arrows }: Figures): void =>
  console.log(
    `${name.padEnd(28)} 文件 ${String(files).padStart(4)}  层 ${String(levels).padStart(3)}  箭头 ${arrows}`,
  );

const below = (folder: string) => (path: string) => path.startsWith(`${folder}/`);

function printWithRooms(name: string, folder: string, indent: string): void {
  print(`${indent}${name}`, figuresOf(below(folder)));
  for (const room of ROOMS[folder] ?? []) printWithRooms(room, `${folder}/${room}`, `${indent}  `);
}

const folders = [
  ...new Set(modules.map(({ source }) => /^(src\/[^/.]+|extractors|normalizers)\//.exec(source)?.[1])),
];
for (const folder of folders.filter((each) => each !== undefined).sort()) {
  printWithRooms(folder, folder, '');
}

/** Lines below which a file is looked at. */
const SHORT = 60;

const importersOf = new Map<string, string[]>();
for (const { source, dependencies } of modules)
  for (const target of new Set(importsOf(dependencies)))
    importersOf.set(target, [...(importersOf.get(target) ?? []), source]);

const linesOf = (path: string): number => readFileSync(path, 'utf8').split('\n').length - 1;

const details = modules.flatMap(({ source }) => {
  const [importer, ...others] = importersOf.get(source) ?? [];
  const isDetail = importer && others.length === 0 && dirname(importer) === dirname(source);
  return isDetail && linesOf(source) < SHORT ? [{ source, importer }] : [];
});
console.log(`\n不到 ${SHORT} 行、只有同一文件夹里一个文件用到的：${details.length}`);
for (const { source, importer } of details)
  console.log(`  ${source}（${linesOf(source)}）→ ${importer}（${linesOf(importer)}）`);
