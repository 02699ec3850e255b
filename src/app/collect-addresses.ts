import { waczParts } from '../../extractors/bytes/archive/wacz-parts.js';
import type { ByteView } from '../../extractors/bytes/byte-view.js';
import { isWarc } from '../../extractors/bytes/is-warc.js';
import { UnreadableError } from '../../extractors/bytes/limits.js';
import { GET_AGAIN } from '../collect/fetching/archive-web.js';
import { type CollectOptions, type CollectSource, collect } from '../collect/run/collect.js';
import type { CollectSummary } from '../collect/run/collect-summary.js';
import { type ListedAddress, readAddressList } from '../collect/run/read-address-list.js';
import { UserError } from '../model/facts/user-error.js';
import { requireRegular } from '../pipeline/files/open-regular.js';
import { readWholeFile } from '../pipeline/files/read-whole-file.js';
import { viewFile } from '../pipeline/files/view-file.js';
import { MANIFEST_COLUMN_NAMES } from '../pipeline/inputs/read-manifest.js';
import { LARGEST_FILE } from '../pipeline/reading/largest-file.js';
import { regionNamed } from '../pipeline/subjects/region-named.js';
import { withNearest } from './nearest-words.js';
import { programVersion } from './program-version.js';

/** What a person gives to be collected from. */
export type CollectList =
  /** A list of addresses, or a WARC or WACZ file. */
  | { kind: 'file'; path: string }
  | { kind: 'stream'; stream: AsyncIterable<Buffer | string> }
  | { kind: 'text'; text: string };

export interface CollectAsked extends CollectOptions {
  list: CollectList;
  /** Mail or address at which the person who collects can be reached; an archive needs none. */
  contact?: string;
  /** Networks of one's own may be asked too. */
  allowPrivate: boolean;
  /** Milliseconds between requests to a host. */
  pause: number;
  /** Requests a day to a host. */
  quota: number;
  /** Told what of the list is passed over. */
  warn?: (message: string) => void;
}

/** Longer lists of addresses nobody writes. */
const MOST_LIST_BYTES = 64 * 1024 * 1024;

/**
 * Collects what stands behind the addresses of a list, or in an archive of the web, into a folder.
 * @throws MissingPathError, UserError on a list that is none, and without a contact; QueryError on a region there is not
 */
export async function collectAddresses(asked: CollectAsked): Promise<CollectSummary> {
  return collect(asked, await sourceOf(asked));
}

async function sourceOf({
  list,
  contact,
  allowPrivate,
  pause,
  quota,
  warn,
}: CollectAsked): Promise<CollectSource> {
  if (list.kind === 'file') {
    await requireRegular(list.path);
    if (await viewFile(list.path, isWebArchive))
      return { kind: 'archive', file: list.path, mostBytes: LARGEST_FILE };
    if (ARCHIVE_NAME.test(list.path))
      throw new UserError(`${list.path} 不是完整的网页归档（WARC、WACZ），打不开；${GET_AGAIN}`);
  }
  const name = list.kind === 'file' ? list.path : '网址清单';
  const { addresses, unknownColumns } = readAddressList(await bytesOf(list), name);
  for (const word of unknownColumns) {
    warn?.(withNearest(`${name} 有不认得的列 ${word}；没有用它`, { word, known: MANIFEST_COLUMN_NAMES }));
  }
  requireRegions(addresses);
  return {
    kind: 'live',
    addresses,
    contact: contactIn(contact),
    version: programVersion(),
    mostBytes: LARGEST_FILE,
    politeness: { pause, quota },
    ...(allowPrivate && { isClosed: () => false }),
  };
}

const HEAD = 4096;
const ARCHIVE_NAME = /\.(?:warc(?:\.gz)?|wacz)$/i;

function isWebArchive(view: ByteView): boolean {
  if (isWarc(view.slice(0, HEAD))) return true;
  try {
    return waczParts(view).length > 0;
  } catch (error) {
    if (error instanceof UnreadableError) return false;
    throw error;
  }
}

async function bytesOf(list: CollectList): Promise<Uint8Array> {
  if (list.kind === 'text') return Buffer.from(list.text);
  if (list.kind === 'file') {
    const bytes = await readWholeFile(list.path, MOST_LIST_BYTES);
    if (bytes === null) throw new UserError(`${list.path} 太大，不是网址清单`);
    return bytes;
  }
  const pieces: Buffer[] = [];
  for await (const piece of list.stream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** @throws QueryError on a region that means none, or several: better now than when the files are imported */
function requireRegions(addresses: readonly ListedAddress[]): void {
  for (const region of new Set(addresses.map(({ given }) => given.region))) {
    if (region !== '') regionNamed(region);
  }
}

const CONTACT = /^(?:[^\s@()]+@[^\s@()]+\.[^\s@()]+|https?:\/\/[^\s()]+\.[^\s()]+)$/;

/** A contact that may stand in a header. @throws UserError */
function contactIn(contact: string | undefined): string {
  if (contact === undefined || contact === '') {
    throw new UserError(
      '请给出联系方式（--contact 邮箱或网址，或环境变量 MINGZHANG_CONTACT）：网站的管理员由它找到您',
    );
  }
  if (!CONTACT.test(contact) || !/^[\x21-\x7e]+$/.test(contact)) {
    throw new UserError(`联系方式应是邮箱或网址，不能是 ${contact}`);
  }
  return contact;
}
