/** Whether the place of a store is the address of a PostgreSQL server (`postgres://…`), not a file. */
export const isServerAddress = (place: string): boolean => /^postgres(?:ql)?:\/\//i.test(place);

/** What is meant as an address, rightly or not, also `user:password@host` alone; the drive letter of a path is a single one. */
const MEANT_AS_ADDRESS = /^\s*(?:postgres(?:ql)?:|[a-z][a-z0-9+.-]+:\/|[^/\\@:\s]{2,}:[^@]*@)/i;

/** What is wrong with the place of a store (Chinese), which may hold a password and is not said; null: nothing is. */
export function placeFault(place: string): string | null {
  if (isServerAddress(place)) {
    return isReadable(place)
      ? null
      : 'PostgreSQL 的地址写法不对：口令等处的 / # ? @ % 须写成百分号编码（%2F %23 %3F %40 %25），端口是 1 到 65535 的数；口令也可以放在 PGPASSWORD 或 ~/.pgpass 里';
  }
  return MEANT_AS_ADDRESS.test(place)
    ? '库的地址写法不对：服务器只认 postgres://用户@主机/数据库，前面不能有空格；别的写法当作库文件的路径，不能像地址'
    : null;
}

function isReadable(address: string): boolean {
  // `postgres://user@/database?host=…` has no host of its own.
  const text = address.replace('@/', '@localhost/').replace(/%(?![0-9a-f]{2})/gi, '%25');
  if (!URL.canParse(text)) return false;
  const { username, password, pathname, searchParams, hash } = new URL(text);
  const isCut = hash !== '' || [pathname, ...searchParams.keys()].some((part) => part.includes('@'));
  return !isCut && [username, password, pathname].every(isDecodable);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** The place of a store as it may be shown: a file, or an address without its password. */
export function storeTitle(place: string): string {
  if (!MEANT_AS_ADDRESS.test(place)) return place;
  if (placeFault(place) !== null || !URL.canParse(place)) return 'postgres://…';
  const shown = new URL(place);
  shown.password = '';
  shown.searchParams.delete('password');
  return shown.href;
}
