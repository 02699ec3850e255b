import { isSystemFolder } from '../../pipeline/files/system-names.js';

/** Documents that came by upload stand below this folder, which is on no disk. */
const ROOT = '上传';
const MOST_FOLDERS = 20;
const LONGEST_NAME = 120;
/** Enough for any ending such as `.docx`, and for what tells long names apart. */
const KEPT_TAIL = 20;

/**
 * The path of the document for the name a browser gave to a file (`某局/预算.docx` for a file of a folder): relative, without
 * control and invisible characters, steps upwards, and overlong parts. Null for files of system folders. It is a name only:
 * on disk the file is called otherwise.
 */
export function uploadedPath(name: string): string | null {
  const parts = withoutEscapes(name)
    .split(/[/\\]/)
    .map(plainPart)
    .filter((part) => !['', '.', '..'].includes(part));
  const folders = parts.slice(0, -1);
  if (folders.some(isSystemFolder)) return null;
  const file = parts.at(-1) ?? '未命名';
  return [ROOT, ...folders.slice(-MOST_FOLDERS).map(withoutArchiveMark), file].map(shortened).join('/');
}

/** Browsers write quotes and line breaks of a name so (WHATWG, multipart/form-data encoding algorithm). */
const withoutEscapes = (name: string): string => name.replaceAll('%22', '"').replace(/%0[ad]/gi, '');

const plainPart = (part: string): string => part.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim();

/** `a.zip!/` would name an archive. */
const withoutArchiveMark = (folder: string): string => folder.replace(/!$/, '！');

function shortened(part: string): string {
  const characters = [...part];
  if (characters.length <= LONGEST_NAME) return part;
  const head = characters.slice(0, LONGEST_NAME - KEPT_TAIL - 1).join('');
  return `${head}…${characters.slice(-KEPT_TAIL).join('')}`;
}
