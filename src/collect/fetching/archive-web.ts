import { constants, copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArchivedResponse, readWarc } from '../../../extractors/bytes/archive/read-warc.js';
import { isDocumentResponse } from '../../../extractors/bytes/archive/unpack-warc.js';
import { waczParts } from '../../../extractors/bytes/archive/wacz-parts.js';
import { LimitError, UnreadableError } from '../../../extractors/bytes/limits.js';
import { isoTime } from '../../pipeline/files/iso-time.js';
import { sha256Of } from '../../pipeline/files/sha256-of.js';
import { openSpool } from '../../pipeline/files/spool.js';
import { viewFile } from '../../pipeline/files/view-file.js';
import { nameInDisposition } from '../addresses/file-names.js';
import { webAddress } from '../addresses/web-address.js';
import { contentType } from './content-type.js';
import { type Fetched, MOST_REDIRECTS, type Web } from './web.js';

/** What helps where an archive of the web is damaged. */
export const GET_AGAIN = '请重新下载或重新归档';

/** An archive of the web in the place of the web. */
export interface ArchiveWeb extends Web {
  /** Addresses of its pages and of its other documents, in its order. */
  pages: string[];
  files: string[];
  /** Why it could not be read to its end; null where it could. */
  damage: string | null;
}

/**
 * Opens a WARC or WACZ file: what was asked for when it was written is answered from it, of several answers of one address the
 * last; nothing else is asked for.
 * @param folder in which contents lie until they are taken
 * @param mostBytes of one file
 */
export async function archiveWeb(file: string, mostBytes: number, folder?: string): Promise<ArchiveWeb> {
  const spool = await openSpool(folder);
  const answers = new Map<string, Fetched>();
  const moved = new Map<string, string>();
  let damage: string | null = null;
  let files = 0;
  const newFile = (): string => join(spool.folder, String(++files));
  try {
    await viewFile(file, async (view) => {
      const parts = waczParts(view);
      const sources = parts.length > 0 ? parts.map(({ source }) => source) : [view];
      for (const source of sources) {
        for await (const response of readWarc(source, mostBytes)) {
          const address = webAddress(response.address);
          if (address === null) continue;
          const location = response.headers.get('location');
          if (response.status >= 300 && response.status < 400 && location) moved.set(address, location);
          else if (response.status === 404 || response.status === 410) {
            if (!answers.has(address)) answers.set(address, { kind: 'missing', status: response.status });
          } else if (isDocumentResponse(response)) {
            answers.set(address, await keep(response, address, newFile()));
          }
        }
      }
    });
  } catch (error) {
    if (!(error instanceof UnreadableError || error instanceof LimitError)) throw error;
    const isDamaged = error instanceof UnreadableError && error.outcome === 'corrupt';
    damage = isDamaged ? `${error.message}；${GET_AGAIN}` : error.message;
  }
  const received = [...answers].flatMap(([address, answer]) =>
    answer.kind === 'received' ? [{ address, isPage: /html/.test(answer.type ?? '') }] : [],
  );

  return {
    pages: received.filter(({ isPage }) => isPage).map(({ address }) => address),
    files: received.filter(({ isPage }) => !isPage).map(({ address }) => address),
    damage,
    get: async (address) => {
      let at = address;
      for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
        const answer = answers.get(at);
        if (answer) return handOut(answer, newFile());
        const next = webAddress(moved.get(at) ?? '', at);
        if (next === null) break;
        at = next;
      }
      return { kind: 'missing', status: null };
    },
    close: () => spool.remove(),
  };
}

/** What was asked for under two addresses is handed out twice; the receiver moves or removes the file. */
async function handOut(answer: Fetched, file: string): Promise<Fetched> {
  if (answer.kind !== 'received') return answer;
  await copyFile(answer.file, file, constants.COPYFILE_FICLONE);
  return { ...answer, file };
}

async function keep(response: ArchivedResponse, address: string, file: string): Promise<Fetched> {
  const { body, headers, fetched } = response;
  if (body === null) return { kind: 'refused', status: null, reason: '文件太大，超出导入的限额' };
  await writeFile(file, body, { mode: 0o600 });
  return {
    kind: 'received',
    finalAddress: address,
    file,
    sha256: sha256Of(body),
    bytes: body.length,
    ...contentType(headers.get('content-type') ?? null),
    name: nameInDisposition(headers.get('content-disposition') ?? null),
    etag: headers.get('etag') ?? null,
    lastModified: headers.get('last-modified') ?? null,
    fetched: isoTime(fetched) ?? '',
  };
}
