import type { FileHeader } from 'node-unrar-js';
import { withDetail } from '../../../src/model/explain-error.js';
import { LimitError, UnreadableError } from '../limits.js';
import { mostBytes, type PackedFile, type Refusal, type UnpackBudget } from './archive-member.js';

/** The unpacker keeps what it has unpacked; after so many bytes a new one goes on from there. */
const BYTES_PER_PASS = 256 * 1024 * 1024;

const PASSWORD_REASONS = ['ERAR_MISSING_PASSWORD', 'ERAR_BAD_PASSWORD'];

/**
 * Files of a rar in its order (a solid archive can be read in no other), each unpacked when it is its turn.
 *
 * @throws UnreadableError, LimitError when the list of files is damaged or encrypted, after what could be unpacked
 */
export async function* unpackRar(bytes: Uint8Array, budget: UnpackBudget): AsyncGenerator<PackedFile> {
  const { headers, damage } = await listRar(bytes);
  let next = 0;
  while (next < headers.length) {
    for await (const file of unpackPass(bytes, headers, next, budget)) {
      next = file.index + 1;
      if (file.packed) yield file.packed;
    }
  }
  if (damage) throw damage;
}

async function openRar(bytes: Uint8Array) {
  const { createExtractorFromData } = await import('node-unrar-js');
  return createExtractorFromData({ data: Uint8Array.from(bytes).buffer });
}

/** Headers of all files, as far as the list can be followed, and what ended it early. */
async function listRar(bytes: Uint8Array): Promise<{ headers: FileHeader[]; damage?: Error }> {
  const extractor = await openRar(bytes);
  const headers: FileHeader[] = [];
  try {
    const { arcHeader, fileHeaders } = extractor.getFileList();
    if (arcHeader.flags.volume) {
      return { headers, damage: new UnreadableError('unsupported', '分卷压缩包，请合并解压后导入') };
    }
    for (const header of fileHeaders) headers.push(header);
    return { headers };
  } catch (error) {
    const { outcome, reason } = rarRefusal(error);
    return {
      headers,
      damage: outcome === 'limit' ? new LimitError(reason) : new UnreadableError(outcome, reason),
    };
  }
}

interface PassedFile {
  /** Position in the archive. */
  index: number;
  /** Undefined for folders. */
  packed?: PackedFile;
}

/** One pass of the unpacker from the file at `first` on; ends after a damaged file, and when enough is unpacked. */
async function* unpackPass(
  bytes: Uint8Array,
  headers: readonly FileHeader[],
  first: number,
  budget: UnpackBudget,
): AsyncGenerator<PassedFile> {
  const extractor = await openRar(bytes);
  let met = -1;
  let wanted = first;
  const { files } = extractor.extract({ files: () => ++met === wanted });
  let unpacked = 0;
  for (const [index, header] of headers.entries()) {
    if (index < first) continue;
    const name = header.name.replaceAll('\\', '/');
    const refused = refusalBefore(header, budget);
    if (refused || header.flags.directory) {
      yield { index, packed: refused && { name, refused } };
      continue;
    }
    wanted = index;
    try {
      const content = files.next().value?.extraction ?? new Uint8Array();
      unpacked += content.length;
      yield { index, packed: { name, bytes: content } };
    } catch (error) {
      yield { index, packed: { name, refused: rarRefusal(error) } };
      return;
    }
    if (unpacked > BYTES_PER_PASS) return;
  }
}

function refusalBefore({ flags, unpSize }: FileHeader, budget: UnpackBudget): Refusal | undefined {
  if (flags.directory) return undefined;
  if (flags.encrypted) return { outcome: 'encrypted', reason: '压缩包成员有密码' };
  if (unpSize > mostBytes(budget)) return { outcome: 'limit', reason: '压缩包展开后过大' };
  return undefined;
}

/** The library answers what it cannot unpack with a reason; a trap of its WebAssembly code has none and is damage as well. */
function rarRefusal(error: unknown): Refusal {
  const reason = error instanceof Error && 'reason' in error ? String(error.reason) : String(error);
  if (PASSWORD_REASONS.includes(reason)) return { outcome: 'encrypted', reason: '压缩包有密码' };
  if (reason === 'ERAR_NO_MEMORY') return { outcome: 'limit', reason: '解压所需内存过大' };
  return { outcome: 'corrupt', reason: withDetail('rar 压缩包损坏', reason) };
}
