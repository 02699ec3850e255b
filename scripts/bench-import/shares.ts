import { readBytes } from '../../extractors/read-bytes.js';
import { assembleDisclosures } from '../../normalizers/assemble/assemble-disclosures.js';
import { maskPrivateBlocks } from '../../normalizers/privacy/mask-private-blocks.js';
import { recognizeForms } from '../../normalizers/recognize/segments/recognize-forms.js';
import { sha256Of } from '../../src/pipeline/files/sha256-of.js';
import { unreadDocument } from '../../src/pipeline/reading/unread-document.js';
import { packReading } from '../../src/store/ground/pack-reading.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { generatePile, type PileOptions } from '../generate-pile.js';

/** Milliseconds of processor time of each step over a pile. */
export interface Shares {
  extract: number;
  mask: number;
  recognize: number;
  parse: number;
  store: number;
}

/** Times the steps of the flow in this process, after a first pass that warms up. */
export async function sharesOf(options: PileOptions): Promise<Shares> {
  const shares: Shares = { extract: 0, mask: 0, recognize: 0, parse: 0, store: 0 };
  await pass({ ...options, seed: 99, files: 20 }, { ...shares });
  await pass(options, shares);
  return shares;
}

async function pass(options: PileOptions, shares: Shares): Promise<void> {
  const store = openSqliteStore(':memory:');
  const timed = async <T>(step: keyof Shares, work: () => T | Promise<T>): Promise<T> => {
    const before = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    shares[step] += (user + system) / 1000;
    return result;
  };
  for (const { path, bytes } of generatePile(options)) {
    const read = await timed('extract', () => readBytes(bytes, { path }));
    const blocks = await timed('mask', () => maskPrivateBlocks(read.blocks));
    const recognized = await timed('recognize', () => recognizeForms(blocks));
    const extraction = { ...read, blocks };
    const { forms, claims } = recognized;
    const assembled = await timed('parse', () => assembleDisclosures(forms, claims, extraction, { path }));
    const content = { sha256: sha256Of(bytes), bytes: bytes.length, path, format: read.format };
    const document = { ...unreadDocument(content, 'ok', null), ...assembled, blocks, claims };
    await timed('store', () => store.saveAll([{ document, packed: packReading(document) }]));
  }
  await store.close();
}
