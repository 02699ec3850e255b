import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
/** Exit codes of a command that ended: done, and done with some input that was not read. */
const ENDED = [0, 3];
const MOST_BYTES = 512 * 2 ** 20;

export interface FoundFinding {
  id: number;
  matter: string;
  rule: string;
  severity: string;
  verdict: string;
  formula: string | null;
  message: string;
  document_id: number;
  place: string | null;
}

/**
 * Findings on a folder, imported and audited by the command line into a store of its own, and the paths of its documents by id.
 * @param page where to write them with their drawn evidence
 * @throws Error where a command fails
 */
export function findingsOf(
  folder: string,
  page?: string,
): { findings: FoundFinding[]; paths: Map<number, string> } {
  const work = mkdtempSync(join(tmpdir(), 'mingzhang-precision-'));
  const db = join(work, 'precision.db');
  const run = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args, '--db', db], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: MOST_BYTES,
    });
    if (!ENDED.includes(status ?? -1))
      throw new Error(`${args[0]} ended with ${status}:\n${stderr.slice(-2000)}`);
    return stdout;
  };
  try {
    run('import', '.');
    run('audit', '--format', 'html', '--output', page ?? join(work, 'page.html'));
    const findings = JSON.parse(run('query', 'findings', '--format', 'json')) as FoundFinding[];
    const documents = JSON.parse(run('query', 'documents', '--columns', 'id,path', '--format', 'json')) as {
      id: number;
      path: string;
    }[];
    return { findings, paths: new Map(documents.map(({ id, path }) => [id, path])) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
