import { readFile, rm } from 'node:fs/promises';
import PQueue from 'p-queue';
import { fileEnding, nameInAddress, nameOnDisk } from '../addresses/file-names.js';
import { hostOf } from '../addresses/web-address.js';
import type { Clock } from '../fetching/clock.js';
import type { Fetched, Received, Web } from '../fetching/web.js';
import { contentPath, type KeptContents } from '../manifest/kept-contents.js';
import type { ManifestFile } from '../manifest/manifest-file.js';
import type { ManifestRow } from '../manifest/manifest-row.js';
import { readWebPage } from '../pages/read-web-page.js';
import type { Selection } from '../pages/selection.js';
import {
  type AddressDone,
  type CollectSummary,
  type HostFigures,
  newHostFigures,
} from './collect-summary.js';
import { contentKind } from './content-kind.js';
import { followPage, type Reach } from './follow-page.js';
import { headOf } from './head-of.js';
import { charsetIn, describedRow, isSettled, keptPath, rowOf, whyMissing } from './row-of.js';
import { versionDate } from './version-date.js';
import { isMeantAsFile, type WebLead } from './web-lead.js';

export interface CollectionOptions {
  web: Web;
  manifest: ManifestFile;
  contents: KeptContents;
  clock: Clock;
  /** ISO time; what was asked since is not asked again. */
  since: string;
  selection: Selection;
  reach: Reach;
  /** Pages are looked through, and nothing is fetched or kept. */
  dryRun: boolean;
  signal?: AbortSignal;
  report?: (done: AddressDone) => void;
  /** Told of every file that would be fetched. */
  foresee?: (lead: WebLead) => void;
}

/** A picture smaller than this is no page of a document. */
const SMALLEST_PICTURE = 20 * 1024;

/** One going round: every address once, and what is found behind it. */
export class Collection {
  /** The address of the list by which each was found first. */
  private readonly seen = new Map<string, string>();
  private readonly mentioned = new Set<string>();
  private readonly hosts = new Map<string, HostFigures>();
  private readonly contents = new Set<string>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly fruits = new Map<string, number>();
  private readonly totals = { pages: 0, foreseen: 0, passedOver: 0, duplicates: 0 };
  private readonly troubles: CollectSummary['troubles'] = [];
  private readonly rereads = new PQueue({ concurrency: 2 });
  private waiting = 0;
  private error: unknown;
  private isBroken = false;
  /** Something waits for the next run of this round. */
  private isPutOff = false;

  constructor(private readonly options: CollectionOptions) {}

  /** Goes round the leads and everything they lead to. @throws what the file system throws */
  async goRound(leads: readonly WebLead[]): Promise<Omit<CollectSummary, 'isResumed' | 'files'>> {
    for (const lead of leads) {
      if (!lead.isUnchosen) this.fruits.set(lead.address, 0);
      this.add(lead, lead.address);
    }
    while (this.underWay.size > 0) await Promise.all(this.underWay);
    if (this.isBroken) throw this.error;
    const hosts = [...this.hosts.values()];
    return {
      hosts,
      ...this.totals,
      troubles: this.troubles,
      barren: [...this.fruits].flatMap(([address, count]) => (count === 0 ? [address] : [])),
      isDone: !this.isPutOff,
    };
  }

  /** Whether some page that was looked through leads to an address. */
  leadsTo(address: string): boolean {
    return this.mentioned.has(address);
  }

  /** @param seed address of the list that it was found by */
  private add(lead: WebLead, seed: string): void {
    if (this.isBroken) return;
    const finder = this.seen.get(lead.address);
    if (finder !== undefined) {
      if (finder !== seed && lead.role !== 'list') this.fruits.delete(seed);
      return;
    }
    this.seen.set(lead.address, seed);
    this.waiting++;
    const visit = this.visit(lead, seed)
      .catch((error: unknown) => {
        if (this.options.signal?.aborted) return this.leave(lead, { reason: '已停下', isPutOff: true }, seed);
        this.error ??= error;
        this.isBroken = true;
      })
      .finally(() => this.underWay.delete(visit));
    this.underWay.add(visit);
  }

  private async visit(lead: WebLead, seed: string): Promise<void> {
    const { web, manifest, contents, since, dryRun } = this.options;
    const before = manifest.current(lead.address);
    const kept = before !== null && before.sha256 !== '' && contents.has(keptPath(before));
    if (dryRun && this.isForeseen(lead, kept ? before : null, seed)) return;
    if (before && before.checked >= since && isSettled(before) && (kept || before.sha256 === '')) {
      const { status } = before;
      if (status === 'fetched' || status === 'replaced' || status === 'failed')
        return this.again(lead, before, seed);
      return this.recall(lead, before, status, seed);
    }
    if (this.isBroken) return;
    const conditions = kept
      ? { etag: before.etag || null, lastModified: before.last_modified || null }
      : undefined;
    const fetched = await web.get(lead.address, conditions);
    if (fetched.kind === 'received') return this.receive(lead, fetched, before, seed);
    if (fetched.kind === 'left') return this.leave(lead, fetched, seed);
    if (fetched.kind === 'unchanged') {
      if (before)
        return this.again(lead, { ...before, status: 'fetched', reason: '', checked: this.now() }, seed);
      return this.fail(
        lead,
        { kind: 'failed', status: 304, reason: '网站说没有变化，但没有取过' },
        null,
        seed,
      );
    }
    return this.fail(lead, fetched, before, seed);
  }

  /** A file is not asked for in a dry run; an address that may be a page is. */
  private isForeseen(lead: WebLead, before: ManifestRow | null, seed: string): boolean {
    const isFile = lead.role === 'file' || fileEnding(nameInAddress(lead.address)) !== null;
    if (!isFile) return false;
    this.bear(seed);
    const name = lead.text || nameInAddress(lead.address);
    if (before === null) this.foresee(lead, name);
    else this.tell(lead, 'unchanged', name);
    return true;
  }

  private foresee(lead: WebLead, name: string): void {
    this.totals.foreseen++;
    this.options.foresee?.(lead);
    this.tell(lead, 'foreseen', name);
  }

  /** What is known already: a page is followed again by what is kept of it. */
  private async again(lead: WebLead, row: ManifestRow, seed: string): Promise<void> {
    const before = this.options.manifest.current(lead.address);
    if (row !== before) await this.options.manifest.put(row);
    const figures = this.hostOf(lead.address);
    if (row !== before) figures.asked++;
    if (row.path !== '') this.bear(seed);
    if (row.kind === 'page' && row.sha256 !== '') {
      const page = await this.reread(row);
      if (!('refused' in page)) this.follow(page, lead, row.final_url, seed);
    }
    figures.unchanged++;
    this.tell(lead, 'unchanged', row.kind === 'page' ? row.title : row.name);
  }

  /** What this round was told before it was stopped, and is not asked again. */
  private recall(
    lead: WebLead,
    row: ManifestRow,
    status: 'gone' | 'missing' | 'skipped' | 'refused',
    seed: string,
  ): void {
    this.hostOf(lead.address)[status]++;
    this.fruits.delete(seed);
    if (status !== 'gone' && !lead.isPicture) this.troubles.push({ url: lead.address, reason: row.reason });
    this.tell(lead, status, row.name || lead.text, row.reason);
  }

  /** A few at a time: a round gone on with finds many of them at once. */
  private reread(row: ManifestRow): Promise<ReturnType<typeof readWebPage>> {
    const { contents } = this.options;
    return this.rereads.add(async () =>
      readWebPage(await contents.read(keptPath(row)), row.final_url, charsetIn(row)),
    );
  }

  private async receive(
    lead: WebLead,
    received: Received,
    before: ManifestRow | null,
    seed: string,
  ): Promise<void> {
    const given =
      received.name ?? (fileEnding(lead.text) === null ? nameInAddress(received.finalAddress) : lead.text);
    const name = nameOnDisk(given);
    const content = contentKind(await headOf(received.file), name, received.type ?? '');
    const row = { ...rowOf(lead, received, before), name, checked: this.now() };
    if (content.kind === 'page') return this.receivePage(lead, received, { row, before, seed });
    const reason = content.kind === 'other' ? content.reason : this.tooSmall(lead, received);
    if (reason !== null || content.kind === 'other')
      return this.skip(lead, received, row, reason ?? '', seed);
    await this.keep(
      lead,
      received,
      { ...row, kind: 'file', path: contentPath('file', received.sha256, content.ending) },
      before,
    );
    this.bear(seed);
  }

  private tooSmall({ isPicture }: WebLead, { bytes }: Received): string | null {
    return isPicture && bytes < SMALLEST_PICTURE ? '网页里的小图片' : null;
  }

  private async receivePage(
    lead: WebLead,
    received: Received,
    { row, before, seed }: { row: ManifestRow; before: ManifestRow | null; seed: string },
  ): Promise<void> {
    const bytes = await readFile(received.file);
    const page = readWebPage(bytes, received.finalAddress, received.charset ?? undefined);
    if ('refused' in page) return this.skip(lead, received, row, page.refused, seed);
    if (isMeantAsFile(lead) && !page.holdsTable) {
      return this.skip(lead, received, row, '应是文件，收到的是网页', seed);
    }
    this.totals.pages++;
    const isDocument = lead.role === 'file' || this.follow(page, lead, received.finalAddress, seed);
    if (isDocument) this.bear(seed);
    const described: ManifestRow = {
      ...row,
      kind: 'page',
      title: page.title ?? row.title,
      published: page.published ?? row.published,
      publisher: page.publisher ?? row.publisher,
      index_number: page.indexNumber ?? row.index_number,
      path: isDocument ? contentPath('file', received.sha256, 'html') : '',
    };
    if (this.options.dryRun) {
      await rm(received.file, { force: true });
      this.hostOf(lead.address).asked++;
      if (!isDocument) return this.tell(lead, 'page', described.title);
      const { title, published, publisher } = described;
      return this.foresee({ ...lead, title, published, publisher }, title);
    }
    await this.keep(lead, received, described, before);
  }

  /** Leads of a page; whether it is a document itself. */
  private follow(
    page: Parameters<typeof followPage>[0],
    lead: WebLead,
    address: string,
    seed: string,
  ): boolean {
    const { selection, reach } = this.options;
    const { leads, isDocument, passedOver } = followPage(page, lead, { selection, reach, address });
    this.totals.passedOver += passedOver;
    for (const { address: each } of page.links) this.mentioned.add(each);
    for (const each of leads) {
      if (each.role === 'file') this.bear(seed);
      this.add(each, seed);
    }
    return isDocument;
  }

  /** Puts a content where it belongs, and marks the version before as replaced. */
  private async keep(
    lead: WebLead,
    received: Received,
    row: ManifestRow,
    before: ManifestRow | null,
  ): Promise<void> {
    const { manifest, contents } = this.options;
    const figures = this.hostOf(lead.address);
    figures.asked++;
    await contents.take(received.file, keptPath(row));
    const isSame = before?.sha256 === row.sha256;
    const isChanged = before !== null && before.sha256 !== '' && !isSame;
    if (isChanged) await manifest.put({ ...before, status: 'replaced' });
    const fetched = isSame && before.fetched !== '' ? before.fetched : row.fetched;
    await manifest.put({
      ...row,
      fetched,
      published: row.path === '' ? row.published : versionDate(row, before),
    });
    if (row.path !== '') {
      if (this.contents.has(row.sha256)) this.totals.duplicates++;
      this.contents.add(row.sha256);
    }
    const ending = isSame ? 'unchanged' : row.path === '' ? 'page' : isChanged ? 'changed' : 'added';
    if (ending !== 'page') figures[ending]++;
    this.tell(lead, ending, row.kind === 'page' ? row.title : row.name, '', received.bytes);
  }

  private async skip(
    lead: WebLead,
    received: Received,
    row: ManifestRow,
    reason: string,
    seed: string,
  ): Promise<void> {
    if (!lead.isPicture) this.fruits.delete(seed);
    await rm(received.file, { force: true });
    const figures = this.hostOf(lead.address);
    figures.asked++;
    figures.skipped++;
    await this.note({ ...row, status: 'skipped', reason, sha256: '', path: '' });
    if (!lead.isPicture) this.troubles.push({ url: lead.address, reason });
    this.tell(lead, 'skipped', row.name, reason);
  }

  /** Nothing came. What is kept from before stays, marked where it is gone. */
  private async fail(
    lead: WebLead,
    fetched: Extract<Fetched, { kind: 'missing' | 'refused' | 'failed' }>,
    before: ManifestRow | null,
    seed: string,
  ): Promise<void> {
    const figures = this.hostOf(lead.address);
    figures.asked++;
    // A pager may name one page too many.
    const wasHad = before !== null && before.sha256 !== '';
    if (fetched.kind === 'missing' && lead.role === 'list' && !wasHad) {
      return this.tell(lead, 'skipped', '', '列表没有这一页');
    }
    this.fruits.delete(seed);
    const ending = wasHad && fetched.kind === 'missing' && fetched.status !== null ? 'gone' : fetched.kind;
    const reason =
      fetched.kind === 'missing' ? whyMissing(fetched.status, ending === 'gone') : fetched.reason;
    const isPrivate = fetched.kind === 'refused' && fetched.isPrivate;
    const base = wasHad ? before : describedRow(lead, before);
    const isKept = wasHad && ending !== 'gone';
    await this.note({
      ...base,
      status: isKept ? base.status : ending,
      reason,
      http_status: fetched.status === null ? '' : String(fetched.status),
      // What failed, or was not allowed to us, is asked again by the next run, also of this round.
      checked: fetched.kind === 'failed' || isPrivate ? base.checked : this.now(),
    });
    figures[ending]++;
    if (ending !== 'gone') {
      this.troubles.push({ url: lead.address, reason, ...(isPrivate && { isPrivate }) });
    }
    this.tell(lead, ending, base.name || lead.text, reason);
  }

  private leave(
    lead: WebLead,
    { reason, isPutOff }: { reason: string; isPutOff: boolean },
    seed: string,
  ): void {
    const figures = this.hostOf(lead.address);
    this.isPutOff ||= isPutOff;
    this.fruits.delete(seed);
    figures.left++;
    figures.stopped = reason;
    this.tell(lead, 'left', lead.text, reason);
  }

  private async note(row: ManifestRow): Promise<void> {
    if (!this.options.dryRun) await this.options.manifest.put(row);
  }

  private bear(seed: string): void {
    const count = this.fruits.get(seed);
    if (count !== undefined) this.fruits.set(seed, count + 1);
  }

  private tell(lead: WebLead, ending: AddressDone['ending'], name: string, reason = '', bytes = 0): void {
    this.waiting--;
    const host = this.hostOf(lead.address);
    this.options.report?.({
      url: lead.address,
      ending,
      name: nameOnDisk(name),
      reason,
      bytes,
      host: { ...host },
      waiting: this.waiting,
    });
  }

  private hostOf(address: string): HostFigures {
    const host = hostOf(address);
    const known = this.hosts.get(host) ?? newHostFigures(host);
    this.hosts.set(host, known);
    return known;
  }

  private now(): string {
    return new Date(this.options.clock.now()).toISOString();
  }
}
