import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { openPageDrawer } from '../../src/pipeline/page-drawer.js';
import { openStore } from '../../src/store/open-store.js';
import { auditRunner } from '../../src/web/audits/audit-runner.js';
import { createApp } from '../../src/web/create-app.js';

const ask = async (app: Hono, url: string, init: RequestInit = {}): Promise<Response> =>
  app.request(url, init);

const emptySite = (host: string, token?: string): Hono => {
  const store = openStore(':memory:');
  return createApp(
    { store, drawer: openPageDrawer(store), audits: auditRunner(store.path), readOnly: false },
    {
      host,
      token,
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
