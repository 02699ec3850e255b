import { join } from 'node:path';
import { hostOf } from '../addresses/web-address.js';
import { archiveWeb } from '../fetching/archive-web.js';
import { type Clock, systemClock } from '../fetching/clock.js';
import { type LiveWebOptions, liveWeb } from '../fetching/live-web.js';
import type { Web } from '../fetching/web.js';
import { KeptContents } from '../manifest/kept-contents.js';
import { ManifestFile } from '../manifest/manifest-file.js';
import { OWN_FOLDER } from '../manifest/own-folder.js';
import { enterRound } from '../manifest/round.js';
import type { Selection } from '../pages/selection.js';
import type { AddressDone, CollectSummary, Trouble } from './collect-summary.js';
import { Collection } from './collection.js';
import type { Reach } from './follow-page.js';
import type { ListedAddress } from './read-address-list.js';
import type { WebLead } from './web-lead.js';

/** What is to be collected, and where it goes. */
export interface CollectOptions extends Reach {
  folder: string;
  selection: Selection;
  /** Levels of links followed from the addresses given. */
  depth: number;
  /** Pages are looked through, and nothing is fetched or kept. */
  dryRun?: boolean;
  signal?: AbortSignal;
  report?: (done: AddressDone) => void;
  /** Told first of all where a round is gone on with. */
  resumed?: () => void;
  /** Told of every file that would be fetched (`dryRun`). */
  foresee?: (lead: WebLead) => void;
  clock?: Clock;
}

/** The web, asked from the addresses of a list; or an archive of it, looked through from one end to the other. */
export type CollectSource =
  | ({ kind: 'live'; addresses: readonly ListedAddress[] } & Omit<
      LiveWebOptions,
      'folder' | 'clock' | 'signal' | 'askedToday'
    >)
  | { kind: 'archive'; file: string; mostBytes: number };

/**
 * Collects what stands behind addresses into a folder, with a manifest that is written as it goes. A run that was stopped or
 * killed is gone on with by the next; after one that came to its end the next asks for what changed.
 * @throws UserError where another program is at work in the folder, or its manifest is none; what the file system throws
 */
export async function collect(options: CollectOptions, source: CollectSource): Promise<CollectSummary> {
  const { folder, dryRun = false, clock = systemClock } = options;
  const now = new Date(clock.now()).toISOString();
  const round = dryRun ? null : await enterRound(folder, now);
  if (round?.isResumed) options.resumed?.();
  let isDone = false;
  try {
    const manifest = await ManifestFile.open(folder, !dryRun);
    try {
      const opened = await openSource(source, options, manifest);
      try {
        const collection = new Collection({
          ...options,
          web: opened.web,
          manifest,
          dryRun,
          clock,
          contents: new KeptContents(folder),
          since: round?.since ?? now,
          reach: options,
        });
        await collection.goRound(opened.first);
        const found = await collection.goRound(opened.rest(collection));
        isDone = found.isDone;
        return {
          ...found,
          troubles: [...found.troubles, ...opened.troubles],
          isResumed: round?.isResumed ?? false,
          files: manifest.all().filter(({ path }) => path !== '').length,
        };
      } finally {
        await opened.web.close();
      }
    } finally {
      await manifest.close();
    }
  } finally {
    await round?.leave(isDone);
  }
}

interface OpenedSource {
  web: Web;
  first: WebLead[];
  /** Looked at when everything that the first lead to is. */
  rest: (collection: Collection) => WebLead[];
  troubles: Trouble[];
}

async function openSource(
  source: CollectSource,
  { folder, dryRun, clock, signal, depth }: CollectOptions,
  manifest: ManifestFile,
): Promise<OpenedSource> {
  const downloads = dryRun ? undefined : join(folder, OWN_FOLDER, 'downloads');
  if (source.kind === 'archive') {
    const web = await archiveWeb(source.file, source.mostBytes, downloads);
    const { pages, files, damage } = web;
    return {
      web,
      first: pages.map(unchosen),
      // A file that a page leads to is known by that page.
      rest: (collection) => files.filter((address) => !collection.leadsTo(address)).map(unchosen),
      troubles: damage === null ? [] : [{ url: source.file, reason: damage }],
    };
  }
  const web = await liveWeb({
    ...source,
    ...(downloads !== undefined && { folder: downloads }),
    ...(clock && { clock }),
    ...(signal && { signal }),
    askedToday: (host, now) => askedOn(manifest, host, new Date(now).toISOString().slice(0, 10)),
  });
  return { web, first: source.addresses.map((each) => leadOf(each, depth)), rest: () => [], troubles: [] };
}

/** Addresses of a host that were asked for on a day, by the manifest. */
const askedOn = (manifest: ManifestFile, host: string, day: string): number =>
  manifest.all().filter(({ url, checked }) => checked.startsWith(day) && hostOf(url) === host).length;

const unchosen = (address: string): WebLead => ({
  ...leadOf({ address, title: '', published: '', given: { region: '', year: '', department: '' } }, 0),
  isUnchosen: true,
});

const leadOf = ({ address, title, published, given }: ListedAddress, depth: number): WebLead => ({
  address,
  seed: address,
  role: 'seed',
  referrer: '',
  text: '',
  title,
  published,
  publisher: '',
  indexNumber: '',
  given,
  depth,
  turned: 0,
});
