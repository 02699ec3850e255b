import type { ByteSource } from '../byte-view.js';
import { inflateEntry, listZip } from '../zip-file.js';
import { zipName } from '../zip-name.js';
import { mostBytes, type PackedFile, refusalOf, type UnpackBudget } from './archive-member.js';

/** Files of a zip in the order of its directory, each unpacked when it is its turn. */
export function* unpackZip(source: ByteSource, budget: UnpackBudget): Generator<PackedFile> {
  for (const entry of listZip(source, budget.members + 1)) {
    const name = zipName(entry);
    if (name.endsWith('/')) continue;
    try {
      yield { name, bytes: inflateEntry(source, entry, mostBytes(budget)) };
    } catch (error) {
      yield { name, refused: refusalOf(error) };
    }
  }
}
