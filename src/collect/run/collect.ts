import { join } from 'node:path';
import { hostOf } from '../addresses/web-address.js';
import { type Clock, systemClock } from '../fetching/clock.js';
import { type LiveWebOptions, liveWeb } from '../fetching/live-web.js';
import type { Web } from '../fetching/web.js';
import { KeptContents } from '../manifest/kept-contents.js';
import { ManifestFile } from '../manifest/manifest-file.js';
import { enterRound } from '../manifest/round.js';
import type { Selection } from '../pages/selection.js';
import type { AddressDone, CollectSummary } from './collect-summary.js';
import { Collection } from './collection.js';
import type { Reach } from './follow-page.js';
import type { Lead } from './lead.js';
import type { ListedAddress } from './read-address-list.js';

/** What is to be collected, and where it goes. */
export interface CollectOptions extends Reach {
  addresses: readonly ListedAddress[];
  folder: string;
  selection: Selection;
  /** Levels of links followed from the addresses given. */
  depth: number;
  /** Pages are looked through, and nothing is fetched or kept. */
  dryRun?: boolean;
  signal?: AbortSignal;
  report?: (done: AddressDone) => void;
  /** Told of every file that would be fetched (`dryRun`). */
  foresee?: (lead: Lead) => void;
  clock?: Clock;
}

/** The web as it is, or an archive of it. */
export type Source =
  | ({ kind: 'live' } & Omit<LiveWebOptions, 'folder' | 'clock' | 'signal' | 'askedToday'>)
  | { kind: 'archive'; open: (folder: string | undefined) => Promise<Web> };

/**
 * Collects what stands behind addresses into a folder, with a manifest that is written as it goes. A run that was stopped or
 * killed is gone on with by the next; after one that came to its end the next asks for what changed.
 * @throws UserError where another program is at work in the folder, or its manifest is none; what the file system throws
 */
export async function collect(options: CollectOptions, source: Source): Promise<CollectSummary> {
  const { folder, dryRun = false, clock = systemClock } = options;
  const now = new Date(clock.now()).toISOString();
  const round = dryRun ? null : await enterRound(folder, now);
  let isDone = false;
  try {
    const manifest = await ManifestFile.open(folder, !dryRun);
    const web = await openWeb(source, options, manifest);
    try {
      const found = await new Collection({
        ...options,
        web,
        manifest,
        dryRun,
        clock,
        contents: new KeptContents(folder),
        since: round?.since ?? now,
        reach: options,
      }).goRound(options.addresses.map((listed) => leadOf(listed, options.depth)));
      isDone = found.isDone;
      return { ...found, isResumed: round?.isResumed ?? false };
    } finally {
      await web.close();
      await manifest.close();
    }
  } finally {
    await round?.leave(isDone);
  }
}

function openWeb(
  source: Source,
  { folder, dryRun, clock, signal }: CollectOptions,
  manifest: ManifestFile,
): Promise<Web> {
  const downloads = dryRun ? undefined : join(folder, '.mingzhang', 'downloads');
  if (source.kind === 'archive') return source.open(downloads);
  return liveWeb({
    ...source,
    ...(downloads !== undefined && { folder: downloads }),
    ...(clock && { clock }),
    ...(signal && { signal }),
    askedToday: (host, now) => askedOn(manifest, host, new Date(now).toISOString().slice(0, 10)),
  });
}

/** Addresses of a host that were asked for on a day, by the manifest. */
const askedOn = (manifest: ManifestFile, host: string, day: string): number =>
  manifest.all().filter(({ url, checked }) => checked.startsWith(day) && hostOf(url) === host).length;

const leadOf = ({ address, title, published, given }: ListedAddress, depth: number): Lead => ({
  address,
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
