import { connect } from 'node:net';
import { Hono } from 'hono';
import { expect, it, onTestFinished } from 'vitest';
import { readForm } from '../../src/web/safety/read-form.js';
import { serveSite } from '../support/serve-site.js';

const app = new Hono().post('/', async (context) => context.json([...(await readForm(context, 50))]));

const send = (body: RequestInit['body'], type?: string): Response | Promise<Response> =>
  app.request('/', { method: 'POST', body, duplex: 'half', headers: type ? { 'content-type': type } : {} });

it('gives the texts of a form', async () => {
  const form = new FormData();
  form.append('a', '一');
  form.append('a', '二');
  form.append('files', new File(['x'], 'x.txt'));
  expect(await (await send(form)).json()).toEqual([['a', '二']]);
  expect(await (await send(new URLSearchParams({ __proto__x: '1', b: '' }))).json()).toEqual([
    ['__proto__x', '1'],
    ['b', ''],
  ]);
  expect(await (await app.request('/', { method: 'POST' })).json()).toEqual([]);
});

it('does not wait for ever for one that does not arrive', async () => {
  const endless = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('a=')),
  });
  const answer = await send(endless, 'application/x-www-form-urlencoded');
  expect([answer.status, await answer.text()]).toEqual([408, expect.stringContaining('没有按时传完')]);
});

it('takes a visitor who leaves meanwhile for no fault of the program', async () => {
  const site = await serveSite([]);
  onTestFinished(() => site.close());
  const { port, host } = new URL(site.url);
  for (const path of ['/audit', '/import/stop', '/findings/1/review']) {
    const socket = connect(Number(port), '127.0.0.1');
    await new Promise<void>((resolve) =>
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 900\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\na=`,
        () => resolve(),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect((await fetch(site.url)).status).toBe(200);
  expect(site.errors).toEqual([]);
});
