import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = [
  'src',
  'extractors',
  'normalizers',
  'data',
  'samples',
  'scripts',
  'docs',
  'test',
  'biome.json',
  'package.json',
  'tsconfig.json',
];

/** A copy of the checkout that may be changed; knows which files a change touched. */
export class CheckoutCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'mingzhang-house-'));

  constructor() {
    for (const part of COPIED) cpSync(join(ROOT, part), join(this.root, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(this.root, 'node_modules'));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Runs a script of the copy, as an npm script does. @throws Error with what it said where it fails */
  run(script: string, ...args: string[]): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
      cwd: this.root,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${script}：${stderr}${stdout}`);
    return stdout;
  }

  make(file: string, content: string): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), content);
  }

  /** @throws Error where the file has no such text */
  edit(file: string, before: string | RegExp, after: string): void {
    const path = join(this.root, file);
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(before, after);
    if (changed === text) throw new Error(`${file} 里没有 ${before}`);
    writeFileSync(path, changed);
  }

  /** Paths of the files that are new or other than before, sorted. */
  touchedBy(change: () => void): string[] {
    const before = this.#contents();
    change();
    return [...this.#contents()]
      .filter(([file, text]) => before.get(file) !== text)
      .map(([file]) => file)
      .sort();
  }

  #contents(): Map<string, string> {
    return new Map(
      readdirSync(this.root, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [relative(this.root, file), readFileSync(file, 'latin1')]),
    );
  }
}
