import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { OCR_MODES, type OcrMode } from '../../model/facts/ocr-modes.js';
import { OUTCOMES } from '../../model/outcome.js';
import { isAlive, OWNER } from '../../pipeline/files/process-owner.js';
import { removeAbandoned } from '../../pipeline/files/spool.js';
import type { ImportOrder } from '../../pipeline/import/read-order.js';
import { givenBy } from '../../pipeline/import/read-order.js';

const MANIFEST = 'order.json';
/** `order-<when>-<owner>-…`: sorted as they were accepted. */
const NAME = /^order-(\d{16})-(\d+\.\d+)-(\w+)$/;
/** An order that breaks off so often will do so again. */
const MOST_ATTEMPTS = 3;

const hints = z.object({ region: z.string(), year: z.number(), department: z.string() }).partial().optional();
const ORDER = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paths'), paths: z.array(z.string()), hints }),
  z.object({
    kind: z.literal('upload'),
    /** Of the file `0`, `1`, … in the folder; the bytes tell one that was not written to its end. */
    files: z.array(z.object({ path: z.string(), bytes: z.number(), ignored: z.boolean() })),
    hints,
  }),
  z.object({ kind: z.literal('retry'), outcomes: z.array(z.enum(OUTCOMES)) }),
  z.object({ kind: z.literal('refresh') }),
]);
const ACCEPTED = z.object({
  order: ORDER,
  keepSources: z.boolean(),
  ocr: z.enum(OCR_MODES).default('auto'),
  attempts: z.number(),
});

/** What a site may be asked to import. */
export type SiteOrder = Exclude<ImportOrder, { kind: 'paths' }> | PathOrder;
type PathOrder = Pick<Extract<ImportOrder, { kind: 'paths' }>, 'kind' | 'paths' | 'hints'>;

/** An order that stands on disk until it is carried out, so that it outlives the program. */
export interface AcceptedOrder {
  order: SiteOrder;
  keepSources: boolean;
  ocr: OcrMode;
  /** How often it was begun. */
  attempts: number;
  /** Holds its manifest, and its files where they were uploaded. */
  folder: string;
}

/**
 * Writes an order down; from then on it is carried out even where the program is killed.
 * @param folder the uploaded files, under the names `0`, `1`, … in the order's order; it becomes the order's own
 */
export async function acceptOrder(
  within: string,
  { order, keepSources, ocr = 'auto' }: Pick<AcceptedOrder, 'order' | 'keepSources'> & { ocr?: OcrMode },
  folder?: string,
): Promise<AcceptedOrder> {
  await mkdir(within, { recursive: true });
  const made = folder ?? (await mkdtemp(join(within, `mingzhang-${OWNER}-`)));
  const accepted = { order, keepSources, ocr, attempts: 0, folder: made };
  await writeManifest(accepted);
  return moveTo(join(within, nameOf(sequence())), accepted);
}

/** Writes down that an order is begun. */
export const noteAttempt = (accepted: AcceptedOrder): Promise<void> =>
  writeManifest({ ...accepted, attempts: accepted.attempts + 1 });

export const forgetOrder = ({ folder }: AcceptedOrder): Promise<void> =>
  rm(folder, { recursive: true, force: true });

/**
 * Takes over what programs that have ended left: the orders they had accepted, the oldest first, and in words for people those
 * that cannot be carried out. Files that were not received to their end are removed.
 */
export async function takeOverOrders(
  within: string,
): Promise<{ orders: AcceptedOrder[]; troubles: string[] }> {
  await mkdir(within, { recursive: true });
  await removeAbandoned(within);
  const orders: AcceptedOrder[] = [];
  const troubles: string[] = [];
  for (const name of (await readdir(within)).sort()) {
    const [, when = '', owner] = NAME.exec(name) ?? [];
    if (owner === undefined || isAlive(owner)) continue;
    const taken = await takeOver(join(within, name), join(within, nameOf(when)));
    if (typeof taken === 'string') troubles.push(taken);
    else if (taken) orders.push(taken);
  }
  return { orders, troubles };
}

/** The order; else why not, in words; null where another program was faster. */
async function takeOver(from: string, to: string): Promise<AcceptedOrder | string | null> {
  const accepted = await readManifest(from);
  if (!accepted)
    return `${from} 里的导入单损坏，没有导入；其中的文件还在，可自行取出后重新上传，再删去该文件夹`;
  if (accepted.attempts >= MOST_ATTEMPTS) {
    await forgetOrder(accepted);
    return `${describe(accepted.order)}导入 ${MOST_ATTEMPTS} 次都没有到底，已放弃；请分成几次重新上传或导入`;
  }
  try {
    return await moveTo(to, accepted);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function describe(order: SiteOrder): string {
  if (order.kind !== 'upload' && order.kind !== 'paths') return '重读';
  const {
    paths: [first = ''],
  } = givenBy(order);
  return `${first} 等的`;
}

let lastTime = 0;

/** Microseconds of this moment, each time more than before. */
function sequence(): string {
  lastTime = Math.max(Date.now() * 1000, lastTime + 1);
  return String(lastTime).padStart(16, '0');
}

const nameOf = (when: string): string => `order-${when}-${OWNER}-${Math.random().toString(36).slice(2, 8)}`;

async function moveTo(folder: string, accepted: AcceptedOrder): Promise<AcceptedOrder> {
  await rename(accepted.folder, folder);
  return { ...accepted, folder, order: placed(accepted.order, folder) };
}

/** Uploaded files stand in the folder under their number. */
const placed = (order: SiteOrder, folder: string): SiteOrder =>
  order.kind === 'upload'
    ? { ...order, files: order.files.map((file, n) => ({ ...file, file: join(folder, String(n)) })) }
    : order;

async function writeManifest({ order, keepSources, ocr, attempts, folder }: AcceptedOrder): Promise<void> {
  const file = join(folder, MANIFEST);
  const text = JSON.stringify({ order: await writtenOrder(order), keepSources, ocr, attempts });
  const written = await open(`${file}.part`, 'w', 0o600);
  try {
    await written.writeFile(text);
    await written.sync();
  } finally {
    await written.close();
  }
  await rename(`${file}.part`, file);
}

async function writtenOrder(order: SiteOrder): Promise<z.infer<typeof ORDER>> {
  switch (order.kind) {
    case 'upload':
      return {
        ...order,
        files: await Promise.all(
          order.files.map(async ({ path, file = path, ignored }) => ({
            path,
            ignored,
            bytes: (await stat(file)).size,
          })),
        ),
      };
    case 'paths':
      return { ...order, paths: [...order.paths] };
    case 'retry':
      return { ...order, outcomes: [...order.outcomes] };
    case 'refresh':
      return order;
  }
}

/** Null where it is damaged, or a file is not as long as it was. */
async function readManifest(folder: string): Promise<AcceptedOrder | null> {
  const read = ACCEPTED.safeParse(parsed(await readFile(join(folder, MANIFEST), 'utf8').catch(() => '')));
  if (!read.success) return null;
  const { order, ...rest } = read.data;
  if (order.kind !== 'upload') return { ...rest, order, folder };
  for (const [n, { bytes }] of order.files.entries()) {
    const found = await stat(join(folder, String(n))).catch(() => null);
    if (found?.size !== bytes) return null;
  }
  return { ...rest, order: placed(order, folder), folder };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
