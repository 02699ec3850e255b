import { mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import PQueue from 'p-queue';
import type { KnownDocument, MemberOfArchive } from '../../model/ports/documents.js';
import { sha256Of } from '../files/sha256-of.js';
import { openSpool, type Spool } from '../files/spool.js';
import { isSystemFile, isSystemFolder } from '../files/system-names.js';
import type { Content, DocumentIdentity } from '../inputs/content.js';
import { type KnownFromOutside, maskedHints } from '../inputs/known-from-outside.js';
import type { ReadResult } from '../reading/read-job.js';
import type { UnpackedMember } from '../reading/unpack-archive.js';
import type { FlowOptions } from './flow-options.js';

/** A member, with what the archive itself says of it. */
type MemberIdentity = DocumentIdentity & { file?: string; outside?: KnownFromOutside };

const NOTHING: KnownFromOutside = { url: null, published: null, hints: null };

/** What the archive flow asks of the flow of files. */
interface FileFlow {
  begin(content: Content): Promise<void>;
  wants(content: Content, known: KnownDocument | null): boolean;
  pass(content: Content, known: KnownDocument | null): Promise<void>;
}

const nothing = async (): Promise<void> => undefined;

/** Archives: members go the way of files, as documents `a.zip!/附件/1.docx`. One archive is unpacked at a time. */
export class ArchiveFlow {
  private readonly queue = new PQueue({ concurrency: 1 });
  private spool: Promise<Spool> | null = null;

  constructor(
    private readonly options: FlowOptions,
    private readonly files: FileFlow,
  ) {}

  /**
   * What is to be done with a content as an archive: `kept`: it is one, its members are all known and need no reading, and
   * their paths are kept; `wanted`: it is one, to be opened; `unknown`: it was never opened to its end.
   */
  async standing(archive: Content): Promise<'kept' | 'wanted' | 'unknown'> {
    const { sink, run, only } = this.options;
    const members = await sink.knownArchive(archive.sha256);
    if (!members) {
      const holdsWanted = only && [...only.values()].some((path) => path.startsWith(`${archive.path}!/`));
      return holdsWanted ? 'wanted' : 'unknown';
    }
    const known: [Content, KnownDocument | null][] = [];
    for (const { path, sha256 } of members) {
      const content = this.member(`${archive.path}!/${path}`, { sha256, bytes: 0 });
      const document = await sink.known(sha256);
      if (this.files.wants(content, document)) return 'wanted';
      known.push([content, document]);
    }
    const itself = await sink.known(archive.sha256);
    if (itself && this.files.wants(archive, itself)) return 'wanted';
    run.expect(known.length);
    for (const [content, document] of known) await this.files.pass(content, document);
    if (itself) await this.files.pass(archive, itself);
    else run.unpacked(archive.path);
    return 'kept';
  }

  /** Unpacks; answers how that ended when it ended badly, null when every member has gone its way. */
  async open(archive: Content): Promise<Exclude<ReadResult, { kind: 'done' }> | null> {
    const { sink, run, unpackers } = this.options;
    const folder = await this.newFolder();
    const members: MemberOfArchive[] = [];
    const turns: Promise<void>[] = [];
    let toldOfItself = false;
    const take = async (member: UnpackedMember): Promise<void> => {
      if (member.path === archive.path) toldOfItself = true;
      await this.take(archive, member, members, turns);
    };
    const job = { file: archive.file, path: archive.path, hints: {}, unpackInto: folder };
    const result = await this.queue.add(() => unpackers.run(job, { take }));
    await Promise.all(turns);
    if (result.kind !== 'done') return result;
    if (members.length > 0) await run.writer.run(() => sink.saveArchive(archive.sha256, members));
    if (!toldOfItself) run.unpacked(archive.path);
    await archive.release();
    return null;
  }

  /** Removes what was unpacked. */
  async close(): Promise<void> {
    await (await this.spool)?.remove();
  }

  private async take(
    archive: Content,
    member: UnpackedMember,
    members: MemberOfArchive[],
    turns: Promise<void>[],
  ): Promise<void> {
    const { run, readers } = this.options;
    const inner = member.path.slice(archive.path.length + 2);
    const isItself = member.path === archive.path;
    if (
      dirname(inner)
        .split('/')
        .some((name) => name !== '.' && isSystemFolder(name))
    ) {
      if ('file' in member) await rm(member.file, { force: true });
      return;
    }
    const sha256 = isItself
      ? archive.sha256
      : 'refused' in member
        ? sha256Of(`${archive.sha256}!/${inner}`)
        : member.sha256;
    if (!isItself) {
      members.push({ path: inner, sha256 });
      run.expect(1);
    }
    if ('refused' in member) {
      const content = isItself ? archive : this.member(member.path, { sha256, bytes: 0 });
      return this.refuse(content, member.refused);
    }
    await readers.room();
    turns.push(this.files.begin(this.member(member.path, member)));
  }

  private async refuse(
    content: Content,
    { outcome, reason }: Extract<UnpackedMember, { refused: unknown }>['refused'],
  ): Promise<void> {
    const { sink, run } = this.options;
    const known = await sink.known(content.sha256);
    if (this.files.wants(content, known)) await run.saveUnread(content, outcome, reason);
    else await this.files.pass(content, known);
  }

  private member(path: string, { file = '', ...identity }: MemberIdentity): Content {
    const told = this.options.outside(path);
    const { outside = NOTHING } = identity;
    const hints = { ...outside.hints, ...told.hints };
    return {
      sha256: identity.sha256,
      bytes: identity.bytes,
      path,
      file,
      url: told.url ?? outside.url,
      published: told.published ?? outside.published,
      hints: Object.keys(hints).length > 0 ? maskedHints(hints) : null,
      ignored: isSystemFile(basename(path)),
      release: file === '' ? nothing : () => rm(file, { force: true }),
    };
  }

  private async newFolder(): Promise<string> {
    this.spool ??= openSpool();
    return mkdtemp(join((await this.spool).folder, 'archive-'));
  }
}
