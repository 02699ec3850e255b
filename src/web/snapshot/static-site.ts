import { createApp } from '../create-app.js';
import type { Site } from '../site.js';
import { rewritePage } from './rewrite-page.js';
import { type StaticAddress, staticAddress } from './static-address.js';

export interface StaticFile {
  /** Below the folder of the snapshot, with `/`. */
  file: string;
  bytes: Uint8Array;
}

/** Where a visitor begins; the other pages are those these lead to. */
const ENTRANCES = ['/', '/coverage', '/findings', '/documents', '/rules'];

/**
 * The main pages of a site as files that need no server: those of `staticAddress` that can be reached from the first page.
 * @param note said at the end of each page
 * @throws Error where a page cannot be made
 */
export async function* staticSite(site: Site, note: string): AsyncGenerator<StaticFile> {
  const failed: Error[] = [];
  const app = createApp(site, { host: '127.0.0.1', reportError: (error) => failed.push(error) });
  const known = new Map<string, StaticAddress>();
  const waiting: StaticAddress[] = [];
  const lead = (to: StaticAddress): void => {
    if (known.has(to.file)) return;
    known.set(to.file, to);
    waiting.push(to);
  };
  for (const path of ENTRANCES) {
    const entrance = staticAddress(new URL(path, 'http://127.0.0.1'));
    if (entrance) lead(entrance);
  }
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    const response = await app.request(`http://127.0.0.1${at.address}`);
    const [error] = failed;
    if (error) throw error;
    if (!response.headers.get('content-type')?.startsWith('text/html')) {
      if (response.status !== 200) throw new Error(`${at.address}: ${response.status}`);
      yield { file: at.file, bytes: new Uint8Array(await response.arrayBuffer()) };
      continue;
    }
    const { markup, leadsTo } = rewritePage(await response.text(), at, note);
    for (const to of leadsTo) lead(to);
    yield { file: at.file, bytes: new TextEncoder().encode(markup) };
  }
}
