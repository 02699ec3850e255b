import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Block } from '../../src/model/grid.js';
import type { ReadOptions } from '../reader.js';
import type { InnerBlocks } from '../tables/inner/inner-blocks.js';
import type { OfficePackage } from './office-package.js';

/** Documents embedded in one document; more are not read. */
const MOST_EMBEDDED = 200;

export interface EmbeddedDocuments {
  blocksOf: InnerBlocks;
  diagnostics: Diagnostic[];
  /** False where one of them could not be read, or not to its end. */
  whole: boolean;
}

/**
 * Reads the documents that a main part takes in by reference (`w:altChunk`, ECMA-376-1, 17.17.2): web pages, RTF, plain text
 * or further Word documents among the parts of the package. Word puts them in place when it opens the file.
 *
 * @param ids relationships of the main part
 */
export async function readEmbedded(
  pack: OfficePackage,
  mainPart: string,
  ids: readonly string[],
  readInner: ReadOptions['readInner'],
): Promise<EmbeddedDocuments> {
  const documents = new Map<string, readonly Block[]>();
  const diagnostics: Diagnostic[] = [];
  let whole = true;
  for (const id of new Set(ids)) {
    const relation = pack.relation(mainPart, id);
    const bytes =
      relation && !relation.external && documents.size < MOST_EMBEDDED
        ? pack.partBytes(relation.target)
        : null;
    const read = bytes && (await readInner?.(bytes));
    const blocks = read?.blocks ?? [];
    documents.set(id, blocks);
    if (read?.outcome === 'ok' || read?.outcome === 'empty') {
      diagnostics.push(...read.diagnostics.map(({ code, message }) => ({ code, message })));
      continue;
    }
    whole = false;
    const name = relation?.target ?? id;
    const what = blocks.length > 0 ? '没有读全' : '没有读取';
    const reason = read?.reason ? `：${read.reason}` : '';
    diagnostics.push({
      code: 'embedded-document-not-read',
      message: `嵌入的另一份文件（${name}）${what}${reason}`,
    });
  }
  return { blocksOf: (id) => documents.get(id) ?? [], diagnostics, whole };
}
