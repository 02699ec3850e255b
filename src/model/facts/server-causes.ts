import { StoreError, type StoreErrorCode } from './store-error.js';

/** SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html) or code of the system, by its beginning. */
const CAUSES: [prefix: string, code: StoreErrorCode, text: string][] = [
  ['NO_PASSWORD', 'failed', '要口令，而没有给出；请放在环境变量 PGPASSWORD 或 ~/.pgpass（权限 600）里'],
  ['28', 'failed', '拒绝了这个用户或口令；请检查地址、PGPASSWORD 或 ~/.pgpass'],
  ['08001', 'failed', '连接不上；请检查地址、端口、TLS（sslmode）和网络'],
  ['3D', 'missing', '没有这个数据库；请先建立（createdb）'],
  ['42501', 'read-only', '不许这个用户这样做；请检查权限'],
  ['25006', 'read-only', '只能读取，不能写入'],
  ['53100', 'full', '所在磁盘已满；请腾出空间后再运行同一命令'],
  ['53', 'failed', '资源不足；请稍后再试'],
  ['54', 'too-large', '存不下这样大的内容'],
  ['55P03', 'locked', '正被另一个程序写入；请等它结束后再试'],
  ['40', 'locked', '与另一个程序的写入冲突；请再试一次'],
  ['57', 'failed', '正在停止或已取消；请稍后再试'],
  ['08007', 'failed', '的连接断了，不知本次写入是否已完成；请查看后再试'],
  ['08', 'failed', '的连接断了；请稍后再试'],
  ['XX001', 'corrupt', '的数据已损坏；请换用备份'],
  ['XX002', 'corrupt', '的数据已损坏；请换用备份'],
  ['E', 'failed', '连接不上；请检查地址、端口和网络'],
  ['Z_', 'corrupt', '存下的内容已损坏；请换用备份，或删除后重新导入'],
];

/** Whether the cause lies in what is stored, whoever tells of it. */
export const isDamage = (code: string): boolean => code.startsWith('Z_');

/**
 * What a PostgreSQL server, or the way to it, says by a code, as an error that names neither address nor password; null for codes that
 * speak of the statement.
 * @param undone said behind what happened
 * @param said by the system: it names a certificate that cannot be read
 */
export function serverStoreError(code: string, undone = '', said = ''): StoreError | null {
  const [, file] = /^E[A-Z]+: .*, open '(.+)'$/.exec(said) ?? [];
  if (file !== undefined)
    return new StoreError(
      'failed',
      `读不到连接 PostgreSQL 服务器要用的证书 ${file}（${code}）；请检查地址里的 sslrootcert、sslcert、sslkey`,
    );
  // Those of Node.js itself (`ERR_…`) are faults of the program.
  const known = code.startsWith('ERR_') ? undefined : CAUSES.find(([prefix]) => code.startsWith(prefix));
  if (known === undefined) return null;
  const [, name, text] = known;
  return new StoreError(name, `PostgreSQL 服务器${text.replace(/(?=；|$)/, undone)}（${code}）`);
}
