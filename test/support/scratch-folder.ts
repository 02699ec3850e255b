import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder holding the files given (path below it → content), removed after the test. */
export function scratchFolder(files: Record<string, string | Uint8Array> = {}): string {
  const folder = newFolder(files);
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** A new folder holding the files given, for several tests; whoever asks for it removes it. */
export function newFolder(files: Record<string, string | Uint8Array> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });
