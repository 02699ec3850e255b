import { StoreError, type StoreErrorCode } from '../../model/facts/store-error.js';

const CAUSES: [prefix: string, code: StoreErrorCode, text: string][] = [
  ['SQLITE_BUSY', 'locked', '正被另一个程序写入；请等它结束后再试'],
  ['SQLITE_LOCKED', 'locked', '正被另一个程序写入；请等它结束后再试'],
  ['SQLITE_NOTADB', 'not-a-store', '不是明账库；请用 --db 指定另一个文件名'],
  ['SQLITE_CORRUPT', 'corrupt', '已损坏；请换用备份，或删除后重新导入'],
  ['Z_', 'corrupt', '已损坏；请换用备份，或删除后重新导入'],
  ['SQLITE_FULL', 'full', '所在磁盘已满，本次写入已撤销；请腾出空间后再运行同一命令'],
  ['SQLITE_READONLY', 'read-only', '只能读取，不能写入；请检查文件与所在文件夹的权限'],
  ['SQLITE_CANTOPEN', 'failed', '无法打开；请检查所在文件夹是否存在、是否有权限'],
  ['SQLITE_IOERR', 'failed', '读写出错，本次写入已撤销；请检查磁盘后再运行同一命令'],
];

/** Of another version of Node, of another system, or not there: how Node, `bindings` and better-sqlite3 say it. */
const NOT_LOADED = /better_sqlite3\.node|bindings file|prebuilds\W/;

/** What SQLite (or zlib, on stored blobs) reports about the file as a StoreError; any other error comes back as it is. */
export function toStoreError(error: unknown, path: string): unknown {
  if (error instanceof Error && NOT_LOADED.test(error.message)) return notLoaded(error);
  if (!(error instanceof Error) || !('code' in error)) return error;
  const cause = String(error.code);
  const known = CAUSES.find(([prefix]) => cause.startsWith(prefix));
  if (!known) return error;
  const [, code, text] = known;
  return new StoreError(code, `库文件 ${path} ${text}（${cause}）`, { cause: error });
}

const notLoaded = (cause: Error): StoreError =>
  new StoreError(
    'failed',
    `读写库的 better-sqlite3 装载不了：没有 Node.js ${process.version}（${process.platform}-${process.arch}）能用的二进制；` +
      '请在明账的文件夹里运行 npm rebuild better-sqlite3，仍不行的见 docs/install.md',
    { cause },
  );
