import type { ByteSource } from '../byte-view.js';
import { UnreadableError } from '../limits.js';
import { mostBytes, type PackedFile, refusalOf, type UnpackBudget } from './archive-member.js';
import { type ArchivedResponse, readWarc } from './read-warc.js';

/** Types of what only makes up a page or feeds its scripts. */
const PARTS_OF_PAGES =
  /^(?:text\/(?:css|javascript)|application\/(?:(?:x-)?javascript|json|ld\+json|xml|rss\+xml)|font\/|audio\/|video\/|image\/(?:svg|x-icon|vnd\.microsoft))/i;
/** A picture of a web page with fewer bytes is no page of a document. */
export const SMALLEST_PICTURE = 20 * 1024;

/** Whether a response of an archive of the web may be a document: it came, and is no part of a page. */
export function isDocumentResponse({ status, headers, body }: ArchivedResponse): boolean {
  const type = headers.get('content-type') ?? '';
  if (status !== 200 || PARTS_OF_PAGES.test(type) || body?.length === 0) return false;
  return !/^image\//i.test(type) || body === null || body.length >= SMALLEST_PICTURE;
}

/**
 * Documents among the responses of an archive of the web, named by their address, with where they come from. Damage ends it after
 * what could be read.
 */
export async function* unpackWarc(source: ByteSource, budget: UnpackBudget): AsyncGenerator<PackedFile> {
  let name = '';
  try {
    for await (const response of readWarc(source, mostBytes(budget))) {
      if (!isDocumentResponse(response)) continue;
      name = nameOf(response.address);
      if (response.body === null) {
        yield { name, refused: { outcome: 'limit', reason: '归档里的文件过大' } };
        continue;
      }
      const { address, fetched, headers, body } = response;
      yield {
        name,
        bytes: body,
        origin: { address, fetched, lastModified: headers.get('last-modified') ?? null },
      };
    }
  } catch (error) {
    if (name === '' || !(error instanceof UnreadableError)) throw error;
    yield { name: '归档的其余部分', refused: refusalOf(error) };
  }
}

/** `www.example.cn/czj/2024.html`; a folder's page is called `index.html`. */
function nameOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname, search } = new URL(address);
  const path = `${host}${readable(pathname)}`;
  return `${path}${path.endsWith('/') ? 'index.html' : ''}${readable(search).replaceAll('/', '_')}`;
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
