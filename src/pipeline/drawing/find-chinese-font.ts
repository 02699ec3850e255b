import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A font file with Chinese characters; `index` of the simplified Chinese font in a collection, from 0. */
interface ChineseFont {
  bytes: Uint8Array;
  index: number;
}

/** Where Linux, macOS and Windows keep fonts. */
const FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.local/share/fonts'),
  '/System/Library/Fonts',
  '/Library/Fonts',
  'C:\\Windows\\Fonts',
];

/** Files and, in collections, the position of simplified Chinese; forms are printed in 宋体 and 仿宋, so serifs first. */
const FILES: readonly [name: string, index: number][] = [
  ['simsun.ttc', 0],
  ['Songti.ttc', 0],
  ['NotoSerifCJK-Regular.ttc', 2],
  ['SourceHanSerif.ttc', 2],
  ['NotoSansCJK-Regular.ttc', 2],
  ['SourceHanSans.ttc', 2],
  ['uming.ttc', 0],
  ['wqy-zenhei.ttc', 0],
  ['wqy-microhei.ttc', 0],
  ['msyh.ttc', 0],
];

/** The first of these fonts this machine has; null where it has none. */
export function findChineseFont(): ChineseFont | null {
  const found = new Map(FOLDERS.flatMap(filesBelow).map((file) => [nameOf(file), file]));
  for (const [name, index] of FILES) {
    const file = found.get(name);
    if (file !== undefined) return { bytes: readFileSync(file), index };
  }
  return null;
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

const nameOf = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;
