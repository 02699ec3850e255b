import { describe, expect, it } from 'vitest';
import { type Connection, ServerError } from '../../../src/store/server/connection.js';
import { lastingConnection } from '../../../src/store/server/lasting-connection.js';
import { serverDatabase } from '../../../src/store/server/server-database.js';
import { serverFault } from '../../../src/store/server/server-fault.js';

/** A server that can be stopped and started, and what it was asked. */
function stoppableServer() {
  const heard: string[] = [];
  const server = { heard, isUp: true, restarts: 0, restart: () => void server.restarts++ };
  const open = (): Connection => {
    if (!server.isUp) throw new ServerError('refused', 'ECONNREFUSED', null);
    heard.push('open');
    const opened = server.restarts;
    const ask = (text: string) => {
      if (opened !== server.restarts) throw new ServerError('gone', '08003', null);
      if (text.startsWith('cut')) {
        server.restarts++;
        throw new ServerError('cut', '57P01', null);
      }
      heard.push(text);
      return { columns: [], rows: [], changes: 0 };
    };
    return {
      query: ask,
      exec: (text) => void ask(text),
      copy: (text) => void ask(text),
      close: () => undefined,
    };
  };
  return Object.assign(server, { open });
}

const faultOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return (serverFault(error) as Error).message;
  }
};

describe('a lasting connection', () => {
  it('is opened anew for the next question after it was lost', () => {
    const server = stoppableServer();
    const connection = lastingConnection(server.open);
    server.restart();
    connection.query('a');
    expect(faultOf(() => connection.query('cut'))).toBe(
      'PostgreSQL 服务器正在停止或已取消；请稍后再试（57P01）',
    );
    server.isUp = false;
    expect(faultOf(() => connection.query('b'))).toContain('连接不上');
    server.isUp = true;
    connection.query('c');
    expect(server.heard).toEqual(['open', 'open', 'a', 'open', 'c']);
  });

  it('ends the transaction it was lost in, and says that it is undone', () => {
    const server = stoppableServer();
    const db = serverDatabase(lastingConnection(server.open), false);
    const write = db.transaction(() => {
      db.exec('written');
      try {
        db.transaction(() => db.exec('cut'))();
      } catch {
        // What fails alone lets the rest go on.
      }
      db.exec('written alone');
    });
    expect(faultOf(write)).toBe('PostgreSQL 服务器的连接断了，本次写入已撤销；请稍后再试（08003）');
    db.exec('next');
    expect(server.heard.slice(-2)).toEqual(['open', 'next']);
    expect(server.heard).not.toContain('written alone');
  });

  it('does not go on reading rows of a cursor that is gone', () => {
    const server = stoppableServer();
    const rows = serverDatabase(lastingConnection(server.open), false).prepare('SELECT 1').iterate();
    server.restart();
    expect(faultOf(() => rows.next())).toBeDefined();
  });
});
