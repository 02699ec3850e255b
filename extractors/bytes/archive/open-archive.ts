import type { ByteSource } from '../byte-view.js';
import { LIMITS } from '../limits.js';
import {
  type ArchiveMember,
  newBudget,
  type PackedFile,
  type Refusal,
  refusalOf,
  type UnpackBudget,
} from './archive-member.js';
import { containerOf, isArchive } from './is-archive.js';
import { unpackRar } from './unpack-rar.js';
import { unpackWarc } from './unpack-warc.js';
import { unpackZip } from './unpack-zip.js';
import { waczParts } from './wacz-parts.js';

/**
 * Files of a zip, a rar or an archive of the web (WARC, WACZ), unpacked one at a time as they are asked for; archives inside are
 * opened in their turn. What cannot be unpacked (password, damage, limits) comes as a member that says so, never as an error.
 * Nothing is written to disk.
 *
 * @param source an archive, as `isArchive` tells
 * @param path of the archive; members are named `path!/folder/name`
 */
export const openArchive = (source: ByteSource, path: string): AsyncGenerator<ArchiveMember> =>
  membersOf(source, path, 1, newBudget());

async function* membersOf(
  source: ByteSource,
  path: string,
  depth: number,
  budget: UnpackBudget,
): AsyncGenerator<ArchiveMember> {
  const refuse = (refused: Refusal): ArchiveMember => ({ path, refused });
  const names = new Set<string>();
  try {
    const parts = waczParts(source);
    for (const { name, source: part } of parts) {
      yield* membersOf(part, distinct(memberPath(path, name), names), depth + 1, budget);
    }
    if (parts.length > 0) return;
    for await (const file of packedFiles(source, budget)) {
      if (budget.members-- <= 0) {
        yield refuse({ outcome: 'limit', reason: `压缩包成员超过 ${LIMITS.archiveMembers} 个，其余未读` });
        return;
      }
      yield* membersOfFile(file, distinct(memberPath(path, file.name), names), depth, budget);
    }
  } catch (error) {
    yield refuse(refusalOf(error));
    return;
  }
  if (names.size === 0) yield refuse({ outcome: 'empty', reason: '压缩包里没有文件' });
}

/** A rar is unpacked from memory, the others member by member from wherever they are. */
function packedFiles(
  source: ByteSource,
  budget: UnpackBudget,
): Iterable<PackedFile> | AsyncIterable<PackedFile> {
  switch (containerOf(source)) {
    case 'rar':
      return unpackRar(wholeOf(source), budget);
    case 'warc':
      return unpackWarc(source, budget);
    default:
      return unpackZip(source, budget);
  }
}

const wholeOf = (source: ByteSource): Uint8Array => source.slice(0, source.length);

async function* membersOfFile(
  file: PackedFile,
  path: string,
  depth: number,
  budget: UnpackBudget,
): AsyncGenerator<ArchiveMember> {
  if ('refused' in file) {
    yield { path, refused: file.refused };
    return;
  }
  budget.bytes -= file.bytes.length;
  if (!isArchive(file.bytes)) {
    yield { path, bytes: file.bytes, ...(file.origin && { origin: file.origin }) };
  } else if (depth >= LIMITS.archiveDepth) {
    yield { path, refused: { outcome: 'limit', reason: `压缩包嵌套超过 ${LIMITS.archiveDepth} 层` } };
  } else {
    yield* membersOf(file.bytes, path, depth + 1, budget);
  }
}

/** Two members may have one name, or come to have one when `..` is dropped. */
function distinct(path: string, taken: Set<string>): string {
  let name = path;
  for (let copy = 2; taken.has(name); copy++) name = `${path} (${copy})`;
  taken.add(name);
  return name;
}

/**
 * The path of a member below its archive: `..`, `.`, drives and leading slashes are dropped, control characters replaced, so
 * that no name points outside of the archive.
 */
function memberPath(archive: string, name: string): string {
  const parts = name
    .replace(/\p{Control}/gu, '_')
    .replace(/^[a-z]:/i, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return `${archive}!/${parts.join('/') || '_'}`;
}
