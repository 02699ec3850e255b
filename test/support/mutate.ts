import { CFB } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import type { SeededRandom } from './seeded-random.js';
import { oleFile } from './word-binary.js';

const MOST_CHANGES = 12;
const LONGEST_RUN = 400;
const TELLING_BYTES = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x20, 0x3c, 0x3e, 0x5c, 0x7b, 0x7d];

/** Share of the mutants of containers that are damaged inside, in one member or stream; the others are damaged anywhere. */
const INSIDE = 0.6;

/** A damaged copy: bytes changed, cut out, doubled, put in, or the end cut off. */
export function mutate(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  if (random.next() < INSIDE) {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return mutateMember(bytes, random);
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return mutateStream(bytes, random);
  }
  return mutateBytes(bytes, random);
}

function mutateStream(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const file: { FileIndex: { name: string; type: number; content: number[] }[] } = CFB.read(bytes, {
    type: 'array',
  });
  const streams = file.FileIndex.filter((entry) => entry.type === 2);
  const changed = random.integer(0, streams.length - 1);
  return oleFile(
    Object.fromEntries(
      streams.map(({ name, content }, i) => {
        const original = Uint8Array.from(content);
        return [name, i === changed ? mutateBytes(original, random) : original];
      }),
    ),
  );
}

function mutateMember(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const name = names[random.integer(0, names.length - 1)] ?? '';
  const content = files[name] ?? new Uint8Array();
  return zipSync({ ...files, [name]: mutateBytes(content, random) }, { level: 1 });
}

function mutateBytes(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  let mutant = Uint8Array.from(bytes);
  for (let changes = random.integer(1, MOST_CHANGES); changes > 0 && mutant.length > 0; changes--) {
    mutant = changeOnce(mutant, random);
  }
  return mutant;
}

function changeOnce(bytes: Uint8Array, random: SeededRandom): Uint8Array<ArrayBuffer> {
  const at = random.integer(0, bytes.length - 1);
  const run = random.integer(1, Math.min(LONGEST_RUN, bytes.length - at));
  const head = bytes.subarray(0, at);
  const part = bytes.subarray(at, at + run);
  switch (random.integer(0, 6)) {
    case 0:
      return joined(head, bytes.subarray(at + run));
    case 1:
      return joined(head, part, bytes.subarray(at));
    case 2:
      return joined(
        head,
        Uint8Array.from(part, () => telling(random)),
        bytes.subarray(at + run),
      );
    case 3: {
      const from = random.integer(0, bytes.length - 1);
      return joined(head, bytes.subarray(from, from + run), bytes.subarray(at));
    }
    case 4:
      return random.next() < 0.2 ? joined(head) : withByte(bytes, at, telling(random));
    case 5:
      return withByte(bytes, at, (bytes[at] ?? 0) ^ (1 << random.integer(0, 7)));
    default:
      return withByte(bytes, at, random.integer(0, 255));
  }
}

const telling = (random: SeededRandom): number =>
  TELLING_BYTES[random.integer(0, TELLING_BYTES.length - 1)] ?? 0;

function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bytes);
  copy[at] = value;
  return copy;
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
