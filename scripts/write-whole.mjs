import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a module beside its place and renames it, so that a process starting meanwhile never reads half of it. */
export function writeWhole(target, text) {
  mkdirSync(dirname(target), { recursive: true });
  const beside = `${target}.${process.pid}`;
  writeFileSync(beside, text, { mode: 0o755 });
  renameSync(beside, target);
}
