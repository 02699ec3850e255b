import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { LIMITS } from '../bytes/limits.js';
import { inflateEntry, listZip } from '../bytes/zip-file.js';
import { zipName } from '../bytes/zip-name.js';
import { BUILT_IN_FORMATS } from './number-format/built-in-formats.js';

const STYLES = /styles?\.xml$/i;
const ROOT = /<(?:(\w+):)?styleSheet\b[^>]*[^/]>/;

/**
 * An OOXML workbook whose styles declare the built-in formats they use without declaring them: the workbook library knows
 * only some, with American meanings. The bytes themselves where nothing is missing.
 */
export function declareInStyles(bytes: Uint8Array): Uint8Array {
  const changed: Record<string, Uint8Array> = {};
  for (const entry of listZip(bytes)) {
    const name = zipName(entry);
    if (entry.encrypted || !STYLES.test(name)) continue;
    const xml = strFromU8(inflateEntry(bytes, entry, LIMITS.inflatedBytes));
    const declared = withDeclarations(xml);
    if (declared !== xml) changed[name] = strToU8(declared);
  }
  if (Object.keys(changed).length === 0) return bytes;
  return zipSync({ ...unzipSync(bytes), ...changed }, { level: 0 });
}

function withDeclarations(xml: string): string {
  const idsOf = (element: string): Set<number> =>
    new Set(
      [...xml.matchAll(new RegExp(`<(?:\\w+:)?${element}\\b[^>]*?\\snumFmtId="(\\d+)"`, 'g'))].map((m) =>
        Number(m[1]),
      ),
    );
  const declared = idsOf('numFmt');
  const missing = [...idsOf('xf')].flatMap((id) => {
    const code = declared.has(id) ? undefined : BUILT_IN_FORMATS.get(id);
    return code === undefined
      ? []
      : [`numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`];
  });
  const root = ROOT.exec(xml);
  if (missing.length === 0 || !root) return xml;
  const tag = root[1] === undefined ? '<' : `<${root[1]}:`;
  const formats = missing.map((format) => `${tag}${format}`).join('');
  const list = new RegExp(`${tag}numFmts\\b[^>]*[^/]>`).exec(xml)?.[0];
  if (list) return xml.replace(list, () => `${list}${formats}`);
  return xml.replace(root[0], () => `${root[0]}${tag}numFmts>${formats}${tag.replace('<', '</')}numFmts>`);
}
