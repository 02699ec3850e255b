import type { Diagnostic } from '../../src/model/diagnostic.js';
import { openOle } from './ole-file.js';
import { sniff } from './sniff.js';
import { listZip } from './zip-file.js';
import { zipName } from './zip-name.js';

const STORAGE = 1;
/** Storages of embedded objects: `_1234567890` in the object pool of Word, `MBD0123ABCD` in Excel. */
const OBJECT_STORAGE = /^(?:_\d{6,}|MBD[0-9A-F]{8})$/;
const OBJECT_PART = /^(?:xl|word)\/embeddings\/[^/]+$/;

/** A diagnostic when a document has other files embedded: what is in them is not read. */
export function embeddedObjects(bytes: Uint8Array): Diagnostic[] {
  const count = countObjects(bytes);
  return count === 0
    ? []
    : [{ code: 'object-not-read', message: `文件中嵌入了 ${count} 个对象，其中的内容没有读取` }];
}

function countObjects(bytes: Uint8Array): number {
  switch (sniff(bytes)) {
    case 'ole':
      return openOle(bytes).entries.filter(({ type, name }) => type === STORAGE && OBJECT_STORAGE.test(name))
        .length;
    case 'zip':
      return listZip(bytes).filter((entry) => OBJECT_PART.test(zipName(entry))).length;
    default:
      return 0;
  }
}
