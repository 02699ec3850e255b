import { type ByteView, byteView } from './byte-view.js';
import { UnreadableError } from './limits.js';

export interface OleEntry {
  name: string;
  /** 1 storage, 2 stream, 5 root storage. */
  type: number;
  start: number;
  size: number;
  /** Stands directly under the root storage, not inside an embedded object. */
  topLevel: boolean;
}

export interface OleFile {
  entries: OleEntry[];
  /** Bytes of a stream under the root, its name compared without regard to case; undefined when there is none. */
  stream(name: string): Uint8Array | undefined;
}

/** [MS-CFB] 2.1: sector numbers with a meaning of their own begin here (free, end of chain, FAT, DIFAT). */
const FIRST_SPECIAL_SECTOR = 0xfffffffa;
const NO_STREAM = 0xffffffff;
const HEADER_DIFAT = 0x4c;
const HEADER_DIFAT_ENTRIES = 109;
const DIRECTORY_ENTRY = 128;
const MINI_SECTOR = 64;

/**
 * Opens an OLE compound file ([MS-CFB]), the container of Word, Excel and WPS files before OOXML. Sizes and sector
 * numbers are taken as claims: chains end at the file's end and never visit a sector twice.
 *
 * @throws UnreadableError `corrupt` when there is no directory to be found
 */
export function openOle(bytes: Uint8Array): OleFile {
  const view = byteView(bytes);
  const sectorSize = 1 << Math.min(Math.max(view.u16(0x1e), 7), 16);
  const sectors = Math.max(0, Math.ceil(bytes.length / sectorSize) - 1);
  const fat = readFat(view, sectorSize, sectors);
  const readChain = (start: number, size = Number.POSITIVE_INFINITY): Uint8Array =>
    joinSectors(bytes, chainOf(fat, start, sectors), sectorSize, sectorSize, size);

  const entries = readDirectory(byteView(readChain(view.u32(0x30))));
  const root = entries.find((entry) => entry.type === 5);
  if (!root) throw new UnreadableError('corrupt', 'OLE 复合文件的目录损坏');

  const miniCutoff = view.u32(0x38) || 4096;
  const miniStream = readChain(root.start, root.size);
  const miniFat = words(readChain(view.u32(0x3c)));
  const miniSectors = Math.ceil(miniStream.length / MINI_SECTOR);

  return {
    entries,
    stream: (name) => {
      const wanted = name.toLowerCase();
      const entry = entries.find((e) => e.type === 2 && e.topLevel && e.name.toLowerCase() === wanted);
      if (!entry) return undefined;
      return entry.size < miniCutoff
        ? joinSectors(miniStream, chainOf(miniFat, entry.start, miniSectors), MINI_SECTOR, 0, entry.size)
        : readChain(entry.start, entry.size);
    },
  };
}

function readFat(view: ByteView, sectorSize: number, sectors: number): Uint32Array {
  const fatSectors: number[] = [];
  for (let i = 0; i < HEADER_DIFAT_ENTRIES; i++) fatSectors.push(view.u32(HEADER_DIFAT + 4 * i));
  const perSector = sectorSize / 4 - 1;
  let next = view.u32(0x44);
  for (let hops = 0; next < sectors && hops < sectors; hops++) {
    const at = (next + 1) * sectorSize;
    for (let i = 0; i < perSector; i++) fatSectors.push(view.u32(at + 4 * i));
    next = view.u32(at + 4 * perSector);
  }
  const used = fatSectors.filter((sector) => sector < sectors).slice(0, sectors);
  const fat = new Uint32Array((used.length * sectorSize) / 4);
  used.forEach((sector, s) => {
    const at = (sector + 1) * sectorSize;
    for (let i = 0; i < sectorSize / 4; i++) fat[(s * sectorSize) / 4 + i] = view.u32(at + 4 * i);
  });
  return fat;
}

function chainOf(fat: Uint32Array, start: number, sectors: number): number[] {
  const chain: number[] = [];
  const seen = new Set<number>();
  for (let sector = start; sector < FIRST_SPECIAL_SECTOR && sector < sectors && !seen.has(sector); ) {
    chain.push(sector);
    seen.add(sector);
    sector = fat[sector] ?? NO_STREAM;
  }
  return chain;
}

function joinSectors(
  bytes: Uint8Array,
  chain: readonly number[],
  sectorSize: number,
  offset: number,
  size: number,
): Uint8Array {
  const joined = new Uint8Array(Math.min(chain.length * sectorSize, size));
  chain.forEach((sector, i) => {
    const at = i * sectorSize;
    if (at >= joined.length) return;
    const from = offset + sector * sectorSize;
    joined.set(bytes.subarray(from, from + Math.min(sectorSize, joined.length - at)), at);
  });
  return joined;
}

function words(bytes: Uint8Array): Uint32Array {
  const view = byteView(bytes);
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.u32(4 * i));
}

function readDirectory(view: ByteView): OleEntry[] {
  const count = Math.floor(view.length / DIRECTORY_ENTRY);
  const raw = Array.from({ length: count }, (_, i) => {
    const at = i * DIRECTORY_ENTRY;
    const nameBytes = Math.min(64, Math.max(0, view.u16(at + 0x40) - 2));
    return {
      name: new TextDecoder('utf-16le').decode(view.slice(at, at + nameBytes)),
      type: view.u8(at + 0x42),
      siblings: [view.u32(at + 0x44), view.u32(at + 0x48)],
      child: view.u32(at + 0x4c),
      start: view.u32(at + 0x74),
      size: view.u32(at + 0x78),
    };
  });
  const topLevel = new Set<number>();
  const open = [raw.find((entry) => entry.type === 5)?.child ?? NO_STREAM];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const entry = raw[index];
    if (!entry || topLevel.has(index)) continue;
    topLevel.add(index);
    open.push(...entry.siblings);
  }
  return raw.map(({ name, type, start, size }, i) => ({
    name,
    type,
    start,
    size,
    topLevel: topLevel.has(i),
  }));
}
