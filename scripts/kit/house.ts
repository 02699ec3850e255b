import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TEMPLATES = new URL('./templates/', import.meta.url);
const FORMATTER = fileURLToPath(new URL('../../node_modules/.bin/biome', import.meta.url));

/** The checkout a `new:` command works in: it knows what it made and changed there, and can take it back. */
export class House {
  /** What the touched files were before, by path; null for those that were not. */
  readonly #before = new Map<string, string | null>();

  constructor(readonly root: string = '.') {}

  /** Paths of what was made and changed, below the root. */
  get touched(): string[] {
    return [...this.#before.keys()];
  }

  /** Text of a file of the checkout; undefined where there is none. */
  read(file: string): string | undefined {
    const path = join(this.root, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  /** @throws Error when the file exists */
  make(file: string, content: string | Uint8Array): void {
    const path = join(this.root, file);
    if (existsSync(path)) throw new Error(`已经存在：${file}`);
    mkdirSync(dirname(path), { recursive: true });
    this.#before.set(file, null);
    writeFileSync(path, content);
  }

  /** @throws Error when the change leaves the file as it is: what it looks for is not there any more */
  change(file: string, by: (text: string) => string): void {
    const before = this.read(file) ?? '';
    const after = by(before);
    if (after === before) throw new Error(`没有找到要改的地方：${file}`);
    if (!this.#before.has(file)) this.#before.set(file, before);
    writeFileSync(join(this.root, file), after);
  }

  /** Leaves the checkout as it was. */
  undo(): void {
    for (const [file, before] of this.#before) {
      if (before === null) rmSync(join(this.root, file), { force: true });
      else writeFileSync(join(this.root, file), before);
    }
    this.#before.clear();
  }

  /** Formats what was touched and sorts its imports. */
  format(): void {
    const files = this.touched.filter((file) => /\.(tsx?|json)$/.test(file));
    if (files.length === 0) return;
    const run = spawnSync(FORMATTER, ['check', '--write', ...files], { cwd: this.root, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`排版没有通过：${run.error?.message ?? run.stderr}`);
  }
}

/** A template of scripts/kit/templates with its `{{slots}}` filled. */
export const fromTemplate = (name: string, slots: Record<string, string>): string =>
  readFileSync(new URL(name, TEMPLATES), 'utf8').replace(/\{\{(\w+)\}\}/g, (_, slot: string) => {
    const value = slots[slot];
    if (value === undefined) throw new Error(`模板 ${name} 的 ${slot} 没有值`);
    return value;
  });

/** `summary-year-missing` → `summaryYearMissing`. */
export const camelCase = (id: string): string =>
  id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
