import { SaxesParser } from 'saxes';
import { LIMITS, UnreadableError } from '../bytes/limits.js';
import { openOle } from '../bytes/ole-file.js';
import { sniff } from '../bytes/sniff.js';
import { inflateEntry, listZip, type ZipEntry } from '../bytes/zip-file.js';
import { zipName } from '../bytes/zip-name.js';

/** Parts a workbook cannot be read without (ECMA-376-1, 12.2; OpenDocument 1.3, part 2, 3.1). */
const NEEDED = [/^xl\/workbook\.(xml|bin)$/, /^content\.xml$/];

/**
 * What is wrong with a workbook that the library could not read, in words for people: which part of it is missing, does not
 * unpack or is no XML. Looked for only then, for it reads the file once more.
 */
export function workbookDamage(bytes: Uint8Array): string {
  const where = sniff(bytes) === 'zip' ? brokenPart(bytes) : brokenStream(bytes);
  return `工作簿损坏，${where ?? '其中的数据前后对不上'}`;
}

function brokenPart(bytes: Uint8Array): string | null {
  const entries = entriesOf(bytes);
  if (!entries) return '压缩结构不完整，文件多半没有下载完';
  if (!NEEDED.some((needed) => entries.some(({ name }) => needed.test(name))))
    return '缺少工作簿目录（xl/workbook.xml）';
  if (!entries.some(({ name }) => name === 'content.xml' || /^xl\/worksheets\//.test(name)))
    return '其中没有工作表';
  for (const entry of entries) {
    if (!/\.(xml|rels)$/i.test(entry.name)) continue;
    const text = inflated(bytes, entry);
    if (text === null) return `其中的 ${entry.name} 展不开`;
    if (!isXml(text)) return `其中的 ${entry.name} 不是完好的 XML`;
  }
  return null;
}

function entriesOf(bytes: Uint8Array): (ZipEntry & { name: string })[] | null {
  try {
    return listZip(bytes, LIMITS.archiveMembers).map((entry) => ({ ...entry, name: zipName(entry) }));
  } catch (error) {
    if (error instanceof UnreadableError) return null;
    throw error;
  }
}

function inflated(bytes: Uint8Array, entry: ZipEntry): string | null {
  try {
    return new TextDecoder().decode(inflateEntry(bytes, entry, LIMITS.inflatedBytes));
  } catch (error) {
    if (error instanceof UnreadableError) return null;
    throw error;
  }
}

function isXml(text: string): boolean {
  let sound = true;
  const parser = new SaxesParser({});
  parser.on('error', () => {
    sound = false;
  });
  parser.write(text).close();
  return sound;
}

/** Of an older workbook: its one stream ([MS-XLS] 2.1.2). */
function brokenStream(bytes: Uint8Array): string | null {
  if (sniff(bytes) !== 'ole') return null;
  const ole = openOle(bytes);
  const stream = ole.stream('Workbook') ?? ole.stream('Book');
  return stream ? '数据流中有的记录被截断或改动' : '缺少工作簿数据流';
}
