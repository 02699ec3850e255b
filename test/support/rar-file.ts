import { crc32 } from 'node:zlib';

export interface RarMember {
  name: string;
  bytes: Uint8Array;
  encrypted?: boolean;
  folder?: boolean;
  /** Size the header claims, when it is not the real one. */
  claimedSize?: number;
}

const FILE_HEADER = 0x74;
const STORED = 0x30;
const FLAG_ENCRYPTED = 0x0004;
const FLAG_UNICODE_NAME = 0x0200;
const FLAG_FOLDER = 0x00e0;
const FLAG_HAS_DATA = 0x8000;

/** A RAR 4 archive with stored (uncompressed) members, by the "RAR archive file format" note of RARLAB. */
export function rarFile(members: RarMember[]): Uint8Array {
  const marker = [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x00];
  const start = block(0x73, 0, [0, 0, 0, 0, 0, 0]);
  const end = block(0x7b, 0x4000, []);
  return Uint8Array.from([...marker, ...start, ...members.flatMap(member), ...end]);
}

function member({ name, bytes, encrypted, folder, claimedSize }: RarMember): number[] {
  const utf8 = [...Buffer.from(name)];
  const size = claimedSize ?? bytes.length;
  const flags =
    FLAG_HAS_DATA | FLAG_UNICODE_NAME | (encrypted ? FLAG_ENCRYPTED : 0) | (folder ? FLAG_FOLDER : 0);
  const body = [
    ...u32(bytes.length),
    ...u32(size),
    3,
    ...u32(crc32(bytes)),
    ...u32(0x58210000),
    29,
    STORED,
    ...u16(utf8.length),
    ...u32(folder ? 0x41ed : 0x81a4),
    ...utf8,
  ];
  return [...block(FILE_HEADER, flags, body), ...bytes];
}

function block(type: number, flags: number, body: number[]): number[] {
  const header = [type, ...u16(flags), ...u16(7 + body.length), ...body];
  return [...u16(crc32(Uint8Array.from(header)) & 0xffff), ...header];
}

const u16 = (n: number): number[] => [n & 0xff, (n >> 8) & 0xff];
const u32 = (n: number): number[] => [...u16(n & 0xffff), ...u16(n >>> 16)];
