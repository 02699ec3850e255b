import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { scratchFolder } from '../support/scratch-folder.js';
import { type ServedSite, serveSite } from '../support/serve-site.js';
import { serveCommand } from '../support/served-command.js';
import { IS_THOROUGH } from '../support/thorough.js';

/** Opens the stream of progress over a bare socket; resolves with what came first, and goes on reading nothing. */
async function openStream(url: string): Promise<{ first: string; leave: () => void; gone: Promise<void> }> {
  const { port, host } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => undefined);
  socket.write(`GET /import/events HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  let first = '';
  await new Promise<void>((resolve) =>
    socket.on('data', (piece) => {
      first += piece.toString('utf8');
      if (first.includes('data: ')) resolve();
    }),
  );
  return { first, leave: () => void socket.destroy(), gone };
}

describe('streams of progress', () => {
  let site: ServedSite;
  beforeAll(async () => {
    site = await serveSite([]);
  });
  afterAll(() => site.close());

  it('leave no listener behind', async () => {
    let listening = 0;
    const { imports } = site;
    const subscribe = imports.subscribe.bind(imports);
    const spy = vi.spyOn(imports, 'subscribe').mockImplementation((listener) => {
      listening++;
      const end = subscribe(listener);
      return () => {
        listening--;
        return end();
      };
    });
    onTestFinished(() => spy.mockRestore());
    for (let round = 0; round < 10; round++) {
      const streams = await Promise.all(Array.from({ length: 10 }, () => openStream(site.url)));
      expect(listening).toBe(10);
      for (const { leave } of streams) leave();
      await vi.waitFor(() => expect(listening).toBe(0));
    }
    expect(spy).toHaveBeenCalledTimes(100);
    expect(site.errors).toEqual([]);
  });

  it('leave no listener behind when telling fails', async () => {
    const { imports } = site;
    const end = vi.fn();
    const subscribed = vi.spyOn(imports, 'subscribe').mockReturnValue(end);
    const state = vi.spyOn(imports, 'state').mockImplementation(() => {
      throw new Error('no state');
    });
    const told = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => {
      for (const spy of [subscribed, state, told]) spy.mockRestore();
    });
    await (await fetch(`${site.url}import/events`)).text();
    expect(end).toHaveBeenCalledOnce();
  });

  it('end when the site ends', async () => {
    const ending = await serveSite([]);
    const streams = await Promise.all([openStream(ending.url), openStream(ending.url)]);
    await ending.close();
    await Promise.all(streams.map(({ gone }) => gone));
    expect(ending.errors).toEqual([]);
  });

  it.runIf(IS_THOROUGH)('end when the site is told to stop', async () => {
    const served = await serveCommand(scratchFolder());
    onTestFinished(() => served.end('SIGKILL'));
    const { gone } = await openStream(served.url);
    await Promise.all([served.end('SIGTERM'), gone]);
    expect(served.child.exitCode).toBe(0);
  });
});

describe('a site whose output is kept in a log', () => {
  it('never prints the token', async () => {
    const served = await serveCommand(scratchFolder(), ['--host', '0.0.0.0']);
    onTestFinished(() => served.end('SIGKILL'));
    const entered = await fetch(served.url.replace('0.0.0.0', '127.0.0.1'), { redirect: 'manual' });
    const token = /mingzhang-token=([^;]+)/.exec(entered.headers.get('set-cookie') ?? '')?.[1] ?? '';
    expect(token.length).toBeGreaterThan(20);
    const at = `http://127.0.0.1:${new URL(served.url).port}`;
    const headers = { cookie: `mingzhang-token=${token}` };
    expect((await fetch(`${at}/`, { headers })).status).toBe(200);
    await Promise.all(
      [`/?token=${token}`, `/nowhere?token=${token}`, `/documents/1?token=${token}`, '/enter/x'].map(
        async (path) => (await fetch(`${at}${path}`, { headers })).text(),
      ),
    );
    await served.end('SIGTERM');
    expect(served.printed()).toContain('/enter/');
    expect(served.printed()).not.toContain(token);
  });
});
