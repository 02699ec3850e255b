import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { openPageDrawer } from '../../src/pipeline/drawing/page-drawer.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { auditRunner } from '../../src/web/audits/audit-runner.js';
import { createApp } from '../../src/web/create-app.js';
import { ownPath } from '../../src/web/safety/own-path.js';
import { sqlAsker } from '../../src/web/sql-asker.js';
import { startServer } from '../../src/web/start-server.js';

const ask = async (app: Hono, url: string, init: RequestInit = {}): Promise<Response> =>
  app.request(url, init);

const emptySite = (host: string, token?: string, code?: string): Hono => {
  const store = openSqliteStore(':memory:');
  return createApp(
    {
      store,
      drawer: openPageDrawer(store),
      audits: auditRunner(store.path),
      sql: sqlAsker(store.path),
      readOnly: false,
    },
    {
      host,
      token,
      code,
      reportError: (error) => {
        throw error;
      },
    },
  );
};

describe('who may ask', () => {
  it.each(['http://localhost:8421/', 'http://127.0.0.1:8421/', 'http://[::1]:8421/'])(
    'answers at %s',
    async (url) => {
      const app = emptySite('127.0.0.1');
      expect((await ask(app, url)).status).toBe(200);
    },
  );

  it.each(['http://evil.example/', 'http://127.0.0.1.evil.example:8421/', 'http://192.168.0.7/'])(
    'refuses another host: %s',
    async (url) => {
      const app = emptySite('127.0.0.1');
      const response = await ask(app, url);
      expect(response.status).toBe(403);
      expect(await response.text()).toContain('不接受以');
    },
  );

  it.each([
    ['another site', { origin: 'http://evil.example' }],
    ['another port', { origin: 'http://localhost:9999' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another site without origin', { 'sec-fetch-site': 'cross-site' }],
    ['another site, by an older browser', { referer: 'http://evil.example/form' }],
    ['nobody knows where', { referer: 'about:blank' }],
  ])('refuses changes sent by %s', async (_, headers) => {
    const app = emptySite('127.0.0.1');
    const response = await ask(app, 'http://localhost/import', {
      method: 'POST',
      headers: headers as Record<string, string>,
    });
    expect(response.status).toBe(403);
  });

  it('does not take changes from its own pages for foreign', async () => {
    const app = emptySite('127.0.0.1');
    const response = await ask(app, 'http://localhost/no-such-page', {
      method: 'POST',
      headers: { origin: 'http://localhost' },
    });
    expect(response.status).toBe(404);
  });
});

describe('a site on another address', () => {
  it('lets in who brings the token, and remembers it', async () => {
    const app = emptySite('0.0.0.0', 'right');
    for (const url of ['/', '/?token=wrong', '/api/v1/store', '/assets/site.css']) {
      expect([url, (await ask(app, `http://10.0.0.1${url}`)).status]).toEqual([url, 401]);
    }
    const welcome = await ask(app, 'http://10.0.0.1/?year=2024&token=right');
    expect([welcome.status, welcome.headers.get('location')]).toEqual([302, '/?year=2024']);
    const cookie = welcome.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const [pair = ''] = cookie.split(';');
    expect((await ask(app, 'http://10.0.0.1/', { headers: { cookie: pair } })).status).toBe(200);
    const small = { authorization: 'bearer right' };
    expect((await ask(app, 'http://10.0.0.1/api/v1/store', { headers: small })).status).toBe(200);
    const bearer = { authorization: 'Bearer right' };
    expect((await ask(app, 'http://10.0.0.1/api/v1/store', { headers: bearer })).status).toBe(200);
  });
});

describe('what a page may do', () => {
  it('uses nothing but the styles and scripts of the site', async () => {
    const app = emptySite('127.0.0.1');
    for (const path of ['/', '/api', '/no-such-page', '/api/v1/store']) {
      const { headers } = await ask(app, path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/unsafe|\*|data:|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('serves styles and scripts by name only', async () => {
    const app = emptySite('127.0.0.1');
    expect((await ask(app, '/assets/site.css')).headers.get('content-type')).toContain('text/css');
    for (const path of ['/assets/..%2fcreate-app.js', '/assets/tsconfig.json', '/assets/%2e%2e/site.ts']) {
      expect([path, (await ask(app, path)).status]).toEqual([path, 404]);
    }
  });
});

describe('where a redirect leads', () => {
  it.each([
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    '/a\\b',
    '/\t/evil.example',
    '/\n/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    'http://evil.example/',
    'javascript:alert(1)',
    'evil',
    '',
  ])('not to %j', (path) => expect(ownPath(path)).toBeNull());

  it.each(['/', '/documents/3?page=2#r4', '/search?q=%E6%99%AE'])('to a page of the site: %s', (path) =>
    expect(ownPath(path)).toBe(path),
  );

  it.each(['//evil.example/', '/%5cevil.example/', '///evil.example'])(
    'stays on the site when the token comes with %s',
    async (path) => {
      const app = emptySite('0.0.0.0', 'right');
      const response = await app.fetch(new Request(`http://10.0.0.1${path}?token=right`));
      expect(response.status).toBe(302);
      expect(new URL(response.headers.get('location') ?? '', 'http://10.0.0.1/').host).toBe('10.0.0.1');
    },
  );
});

describe('an address that may stand in a log', () => {
  it('opens the site once, and never shows the token', async () => {
    const app = emptySite('0.0.0.0', 'right', 'once');
    expect((await ask(app, 'http://10.0.0.1/enter/other')).status).toBe(401);
    const welcome = await ask(app, 'http://10.0.0.1/enter/once');
    expect([welcome.status, welcome.headers.get('location')]).toEqual([302, '/']);
    const [cookie = ''] = (welcome.headers.get('set-cookie') ?? '').split(';');
    expect((await ask(app, 'http://10.0.0.1/', { headers: { cookie } })).status).toBe(200);
    expect((await ask(app, 'http://10.0.0.1/enter/once')).status).toBe(401);
  });

  it('is the one the server tells of', async () => {
    const store = openSqliteStore(':memory:');
    const site = {
      store,
      drawer: openPageDrawer(store),
      audits: auditRunner(store.path),
      sql: sqlAsker(store.path),
      readOnly: true,
    };
    const options = { host: '127.0.0.1', port: 0, token: 'right', reportError: () => undefined };
    for (const [code, path] of [
      ['once', '/enter/once'],
      [undefined, '/?token=right'],
    ] as const) {
      const server = await startServer(site, { ...options, code });
      expect(server.url.replace(/^http:\/\/[^/]*/, '')).toBe(path);
      await server.close();
    }
  });
});

describe('what is sent', () => {
  it.each([
    '/audit',
    '/findings/1/review',
    '/documents/1/assign',
    '/import/path',
    '/import/stop',
    '/nowhere',
  ])('is refused beyond the limit of a form: %s', async (path) => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        if (sent > 50_000_000) controller.close();
        else controller.enqueue(new Uint8Array(65_536));
      },
    });
    const init = { method: 'POST', body, duplex: 'half', headers: { 'transfer-encoding': 'chunked' } };
    const response = await ask(emptySite('127.0.0.1'), `http://localhost${path}`, init as RequestInit);
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(2_000_000);
  });

  it.each([
    ['97 words', Array.from({ length: 97 }, (_, n) => `词${n}`).join(' ')],
    ['500 alternatives', Array.from({ length: 500 }, (_, n) => `a${n}`).join(' OR ')],
    ['brackets', `${'('.repeat(990)}词${')'.repeat(990)}`],
    ['7,000 brackets', '('.repeat(7000)],
    ['one very long word', '普'.repeat(5000)],
  ])('gets a clear answer when a search has %s', async (_, text) => {
    const response = await ask(
      emptySite('127.0.0.1'),
      `http://localhost/search?text=${encodeURIComponent(text)}`,
    );
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/最多|太多/);
  });

  it('finds with as many words as are allowed', async () => {
    const text = Array.from({ length: 50 }, (_, n) => `词${n}`).join(' ');
    const url = `http://localhost/search?text=${encodeURIComponent(text)}`;
    expect((await ask(emptySite('127.0.0.1'), url)).status).toBe(200);
  });
});
