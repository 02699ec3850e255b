import { readFile, rm } from 'node:fs/promises';
import PQueue from 'p-queue';
import { SMALLEST_PICTURE } from '../../../extractors/bytes/archive/unpack-warc.js';
import { fileEnding, nameInAddress, nameOnDisk, namesFile } from '../addresses/file-names.js';
import type { Clock } from '../fetching/clock.js';
import type { Fetched, Received, Web } from '../fetching/web.js';
import { contentPath, type KeptContents } from '../manifest/kept-contents.js';
import type { ManifestFile } from '../manifest/manifest-file.js';
import type { ManifestRow } from '../manifest/manifest-row.js';
import { readWebPage } from '../pages/read-web-page.js';
import type { Selection } from '../pages/selection.js';
import type { AddressDone, CollectSummary } from './collect-summary.js';
import { CollectTally } from './collect-tally.js';
import { contentKind } from './content-kind.js';
import { followPage, type Reach } from './follow-page.js';
import { Fruits } from './fruits.js';
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

/** One going round: every address once, and what is found behind it. */
export class Collection {
  /** The seed by which each address was found first. */
  private readonly seen = new Map<string, string>();
  private readonly mentioned = new Set<string>();
  private readonly contents = new Set<string>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly fruits = new Fruits();
  private readonly tally: CollectTally;
  private readonly rereads = new PQueue({ concurrency: 2 });
  private error: unknown;
  private isBroken = false;
  /** Something waits for the next run of this round. */
  private isPutOff = false;

  constructor(private readonly options: CollectionOptions) {
    this.tally = new CollectTally(options.report);
  }

  /** Goes round the leads and everything they lead to. @throws what the file system throws */
  async goRound(leads: readonly WebLead[]): Promise<Omit<CollectSummary, 'isResumed' | 'files'>> {
    for (const lead of leads) {
      if (!lead.isUnchosen) this.fruits.begin(lead.seed);
      this.add(lead);
    }
    while (this.underWay.size > 0) await Promise.all(this.underWay);
    if (this.isBroken) throw this.error;
    return { ...this.tally.summary(), barren: this.fruits.barren(), isDone: !this.isPutOff };
  }

  /** Whether some page that was looked through leads to an address. */
  leadsTo(address: string): boolean {
    return this.mentioned.has(address);
  }

  private add(lead: WebLead): void {
    if (this.isBroken) return;
    const finder = this.seen.get(lead.address);
    if (finder !== undefined) {
      if (finder !== lead.seed && lead.role !== 'list') this.fruits.spare(lead.seed);
      return;
    }
    this.seen.set(lead.address, lead.seed);
    this.tally.expect();
    const visit = this.visit(lead)
      .catch((error: unknown) => {
        if (this.options.signal?.aborted) return this.leave(lead, { reason: '已停下', isPutOff: true });
        this.error ??= error;
        this.isBroken = true;
      })
      .finally(() => this.underWay.delete(visit));
    this.underWay.add(visit);
  }

  private async visit(lead: WebLead): Promise<void> {
    const { web, manifest, contents, since, dryRun } = this.options;
    const before = manifest.current(lead.address);
    const kept = before !== null && before.sha256 !== '' && contents.has(keptPath(before));
    if (dryRun && this.isForeseen(lead, kept ? before : null)) return;
    if (before && before.checked >= since && isSettled(before) && (kept || before.sha256 === '')) {
      const { status } = before;
      if (status === 'fetched' || status === 'replaced' || status === 'failed')
        return this.again(lead, before);
      return this.recall(lead, before, status);
    }
    if (this.isBroken) return;
    const conditions = kept
      ? { etag: before.etag || null, lastModified: before.last_modified || null }
      : undefined;
    const fetched = await web.get(lead.address, conditions);
    if (fetched.kind === 'received') return this.receive(lead, fetched, before);
    if (fetched.kind === 'left') return this.leave(lead, fetched);
    if (fetched.kind !== 'unchanged') return this.fail(lead, fetched, before);
    if (before) return this.again(lead, { ...before, status: 'fetched', reason: '', checked: this.now() });
    const reason = '网站说没有变化，但没有取过';
    return this.fail(lead, { kind: 'failed', status: 304, reason }, null);
  }

  /** A file is not asked for in a dry run; an address that may be a page is. */
  private isForeseen(lead: WebLead, before: ManifestRow | null): boolean {
    const isFile = lead.role === 'file' || namesFile(lead.address);
    if (!isFile) return false;
    this.fruits.bear(lead.seed);
    const name = lead.text || nameInAddress(lead.address);
    if (before === null) this.foresee(lead, name);
    else this.tally.tell(lead.address, 'unchanged', { name });
    return true;
  }

  private foresee(lead: WebLead, name: string): void {
    this.tally.totals.foreseen++;
    this.options.foresee?.(lead);
    this.tally.tell(lead.address, 'foreseen', { name });
  }

  /** What is known already: a page is followed again by what is kept of it. */
  private async again(lead: WebLead, row: ManifestRow): Promise<void> {
    if (row !== this.options.manifest.current(lead.address)) {
      await this.options.manifest.put(row);
      this.tally.asked(lead.address);
    }
    if (row.path !== '') this.fruits.bear(lead.seed);
    if (row.kind === 'page' && row.sha256 !== '') {
      const page = await this.reread(row);
      if (!('refused' in page)) this.follow(page, lead, row.final_url);
    }
    this.tally.end(lead.address, 'unchanged', { name: calledIn(row) });
  }

  /** What this round was told before it was stopped, and is not asked again. */
  private recall(
    lead: WebLead,
    { name, reason }: ManifestRow,
    status: 'gone' | 'missing' | 'skipped' | 'refused',
  ): void {
    this.fruits.spare(lead.seed);
    if (status !== 'gone' && !lead.isPicture) this.tally.notHad({ url: lead.address, reason });
    this.tally.end(lead.address, status, { name: name || lead.text, reason });
  }

  /** A few at a time: a round gone on with finds many of them at once. */
  private reread(row: ManifestRow): Promise<ReturnType<typeof readWebPage>> {
    const { contents } = this.options;
    return this.rereads.add(async () =>
      readWebPage(await contents.read(keptPath(row)), row.final_url, charsetIn(row)),
    );
  }

  private async receive(lead: WebLead, received: Received, before: ManifestRow | null): Promise<void> {
    const given =
      received.name ?? (fileEnding(lead.text) === null ? nameInAddress(received.finalAddress) : lead.text);
    const name = nameOnDisk(given);
    const content = contentKind(await headOf(received.file), name, received.type ?? '');
    const row = { ...rowOf(lead, received, before), name, checked: this.now() };
    if (content.kind === 'page') return this.receivePage(lead, received, row, before);
    if (content.kind === 'other') return this.skip(lead, received, row, content.reason);
    if (lead.isPicture && received.bytes < SMALLEST_PICTURE) {
      return this.skip(lead, received, row, '网页里的小图片');
    }
    const path = contentPath('file', received.sha256, content.ending);
    await this.keep(lead, received, { ...row, kind: 'file', path }, before);
    this.fruits.bear(lead.seed);
  }

  private async receivePage(
    lead: WebLead,
    received: Received,
    row: ManifestRow,
    before: ManifestRow | null,
  ): Promise<void> {
    const bytes = await readFile(received.file);
    const page = readWebPage(bytes, received.finalAddress, received.charset ?? undefined);
    if ('refused' in page) return this.skip(lead, received, row, page.refused);
    if (isMeantAsFile(lead) && !page.holdsTable) {
      return this.skip(lead, received, row, '应是文件，收到的是网页');
    }
    this.tally.totals.pages++;
    const isDocument = lead.role === 'file' || this.follow(page, lead, received.finalAddress);
    if (isDocument) this.fruits.bear(lead.seed);
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
      this.tally.asked(lead.address);
      const { title, published, publisher } = described;
      if (!isDocument) return this.tally.tell(lead.address, 'page', { name: title });
      return this.foresee({ ...lead, title, published, publisher }, title);
    }
    await this.keep(lead, received, described, before);
  }

  /** Leads of a page; whether it is a document itself. */
  private follow(page: Parameters<typeof followPage>[0], lead: WebLead, address: string): boolean {
    const { selection, reach } = this.options;
    const { leads, isDocument, passedOver } = followPage(page, lead, { selection, reach, address });
    this.tally.totals.passedOver += passedOver;
    for (const { address: each } of page.links) this.mentioned.add(each);
    for (const each of leads) {
      if (each.role === 'file') this.fruits.bear(each.seed);
      this.add(each);
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
    this.tally.asked(lead.address);
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
      if (this.contents.has(row.sha256)) this.tally.totals.duplicates++;
      this.contents.add(row.sha256);
    }
    const told = { name: calledIn(row), bytes: received.bytes };
    if (isSame) this.tally.end(lead.address, 'unchanged', told);
    else if (row.path === '') this.tally.tell(lead.address, 'page', told);
    else this.tally.end(lead.address, isChanged ? 'changed' : 'added', told);
  }

  private async skip(lead: WebLead, received: Received, row: ManifestRow, reason: string): Promise<void> {
    await rm(received.file, { force: true });
    this.tally.asked(lead.address);
    await this.note({ ...row, status: 'skipped', reason, sha256: '', path: '' });
    if (!lead.isPicture) {
      this.fruits.spare(lead.seed);
      this.tally.notHad({ url: lead.address, reason });
    }
    this.tally.end(lead.address, 'skipped', { name: row.name, reason });
  }

  /** Nothing came. What is kept from before stays, marked where it is gone. */
  private async fail(
    lead: WebLead,
    fetched: Extract<Fetched, { kind: 'missing' | 'refused' | 'failed' }>,
    before: ManifestRow | null,
  ): Promise<void> {
    this.tally.asked(lead.address);
    // A pager may name one page too many.
    const wasHad = before !== null && before.sha256 !== '';
    if (fetched.kind === 'missing' && lead.role === 'list' && !wasHad) {
      return this.tally.tell(lead.address, 'skipped', { name: '', reason: '列表没有这一页' });
    }
    this.fruits.spare(lead.seed);
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
    if (ending !== 'gone') {
      this.tally.notHad({ url: lead.address, reason, ...(isPrivate && { isPrivate }) });
    }
    this.tally.end(lead.address, ending, { name: base.name || lead.text, reason });
  }

  private leave(lead: WebLead, { reason, isPutOff }: { reason: string; isPutOff: boolean }): void {
    this.isPutOff ||= isPutOff;
    this.fruits.spare(lead.seed);
    this.tally.stopped(lead.address, reason);
    this.tally.end(lead.address, 'left', { name: lead.text, reason });
  }

  private async note(row: ManifestRow): Promise<void> {
    if (!this.options.dryRun) await this.options.manifest.put(row);
  }

  private now(): string {
    return new Date(this.options.clock.now()).toISOString();
  }
}

/** What a content is called: a page by its title. */
const calledIn = ({ kind, title, name }: ManifestRow): string => (kind === 'page' ? title : name);
