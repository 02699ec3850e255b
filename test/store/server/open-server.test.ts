import { describe, expect, it } from 'vitest';
import { openStoreAt } from '../../../src/store/open-store-at.js';
import { ServerError } from '../../../src/store/server/connection.js';
import { openServer } from '../../../src/store/server/open-server.js';
import { serverSqlFault } from '../../../src/store/sql/server-sql-fault.js';

describe('opening a store on a server', () => {
  it('tells plainly of an encoding it cannot use', () => {
    const connect = () => ({
      query: () => ({ columns: [], rows: [[0, 0, 1, 'LATIN1']], changes: 0 }),
      exec: () => undefined,
      copy: () => undefined,
      close: () => undefined,
    });
    expect(() => openServer('postgres://h/x', {}, connect)).toThrow('编码是 LATIN1，须是 UTF8');
  });

  it('says how a password is given where the server wants one', () => {
    const connect = () => {
      throw new ServerError('SASL', 'NO_PASSWORD', null);
    };
    expect(() => openServer('postgres://h/x', {}, connect)).toThrow(/PGPASSWORD.*pgpass/);
  });

  it.each(['mysql://mz:SeCrEt@h/x', ' postgres://mz:SeCrEt@h/x', 'postgres://mz:Se/CrEt@h/x'])(
    'takes no wrong address for a file: %s',
    (place) => {
      expect(() => openStoreAt(place)).toThrow(/^(?!.*CrEt).*地址写法不对/);
    },
  );

  it.each([
    ['function nosuch(text) does not exist', '没有函数 nosuch，或参数的类型不合'],
    ['函数 nosuch(text) 不存在', '没有函数 nosuch，或参数的类型不合'],
    ['operator does not exist: text = bigint', 'SQL 有误：参数的类型不合'],
  ])('names the function that is not there: %s', (said, told) => {
    expect(serverSqlFault(new ServerError(said, '42883', null), 'SELECT 1').message).toContain(told);
  });
});
