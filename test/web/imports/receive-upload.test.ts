import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { receiveUpload } from '../../../src/web/imports/receive-upload.js';
import { scratchFolder } from '../../support/scratch-folder.js';

const requestOf = (body: RequestInit['body'], headers?: Record<string, string>): Request =>
  new Request('http://localhost/import/upload', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  });

const formOf = (files: Record<string, string>, fields: Record<string, string> = {}): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, content] of Object.entries(files)) form.append('files', new File([content], name));
  return form;
};

const leftIn = (within: string): string[] => (existsSync(within) ? readdirSync(within) : []);

describe('an upload', () => {
  it('is laid on disk under names that are not the visitor’s', async () => {
    const within = join(scratchFolder(), 'uploads');
    const form = formOf(
      { '../../x.docx': '一', '某局/a.txt': '二', '某局/Thumbs.db': '三' },
      { year: '2024' },
    );
    const { files, fields, release } = await receiveUpload(requestOf(form), within);
    expect(files.map(({ path, ignored }) => ({ path, ignored }))).toEqual([
      { path: '上传/x.docx', ignored: false },
      { path: '上传/某局/a.txt', ignored: false },
      { path: '上传/某局/Thumbs.db', ignored: true },
    ]);
    expect(files.map(({ file = '' }) => readFileSync(file, 'utf8'))).toEqual(['一', '二', '三']);
    const [folder = ''] = leftIn(within);
    expect(readdirSync(join(within, folder)).sort()).toEqual(['0', '1', '2']);
    expect(fields.get('year')).toBe('2024');
    await release();
    expect(leftIn(within)).toEqual([]);
  });

  it.each(['filename=""\r\nContent-Type: application/octet-stream', 'filename=""'])(
    'has no file where none was chosen: %j',
    async (end) => {
      const body = `--b\r\nContent-Disposition: form-data; name="files"; ${end}\r\n\r\n\r\n--b--\r\n`;
      const request = requestOf(body, { 'content-type': 'multipart/form-data; boundary=b' });
      const { files } = await receiveUpload(request, join(scratchFolder(), 'uploads'));
      expect(files).toEqual([]);
    },
  );

  it('of many files warns of nothing', async () => {
    const warned: Error[] = [];
    const note = (warning: Error): void => void warned.push(warning);
    process.on('warning', note);
    onTestFinished(() => void process.off('warning', note));
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${n}.txt`, `${n}`]));
    const { files, release } = await receiveUpload(requestOf(formOf(many)), join(scratchFolder(), 'uploads'));
    await release();
    expect(files).toHaveLength(60);
    expect(warned).toEqual([]);
  });

  it('that is refused is taken to its end: who still sends sees no answer', async () => {
    const part = (name: string): string =>
      `--b\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n${'x'.repeat(1000)}\r\n`;
    const pieces = [part('a'), part('b'), ...Array.from({ length: 200 }, () => part('c')), '--b--\r\n'];
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(to) {
        const piece = pieces.shift();
        if (piece === undefined) to.close();
        else to.enqueue(new TextEncoder().encode(piece));
      },
      cancel() {
        cancelled = true;
      },
    });
    const request = requestOf(body, { 'content-type': 'multipart/form-data; boundary=b' });
    const within = join(scratchFolder(), 'uploads');
    const limits = { bytes: 1_000_000, files: 1 } as never;
    await expect(receiveUpload(request, within, limits)).rejects.toMatchObject({ status: 413 });
    expect({ cancelled, left: pieces.length, files: leftIn(within) }).toEqual({
      cancelled: false,
      left: 0,
      files: [],
    });
  });

  it('is refused beyond the limits, and nothing is left', async () => {
    const within = join(scratchFolder(), 'uploads');
    const limits = { bytes: 100_000, files: 2 } as never;
    const large = requestOf(formOf({ a: 'x'.repeat(200_000) }));
    await expect(receiveUpload(large, within, limits)).rejects.toMatchObject({ status: 413 });
    const many = requestOf(formOf({ a: '1', b: '2', c: '3' }));
    await expect(receiveUpload(many, within, limits)).rejects.toMatchObject({ status: 413 });
    const declared = requestOf(formOf({ a: '1' }), { 'content-length': String(1e12) });
    await expect(receiveUpload(declared, within)).rejects.toMatchObject({ status: 413 });
    expect(leftIn(within)).toEqual([]);
  });

  it('is refused when it is cut off, and nothing is left', async () => {
    const within = join(scratchFolder(), 'uploads');
    const whole = new Uint8Array(await new Response(formOf({ a: 'x'.repeat(200_000) })).arrayBuffer());
    const boundary = new TextDecoder().decode(whole.subarray(2, 80)).split('\r\n')[0];
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const cut = requestOf(whole.subarray(0, 150_000), headers);
    await expect(receiveUpload(cut, within)).rejects.toMatchObject({ status: 400 });
    let sent = 0;
    const dropped = new ReadableStream({
      pull: (controller) => {
        if (sent++ < 3) controller.enqueue(whole.slice(0, 70_000));
        else controller.error(new Error('connection lost'));
      },
    });
    await expect(receiveUpload(requestOf(dropped, headers), within)).rejects.toMatchObject({ status: 400 });
    expect(leftIn(within)).toEqual([]);
  });

  it.each(['text/plain', 'multipart/form-data', 'application/json'])('is no upload as %s', async (type) => {
    const request = requestOf('x', { 'content-type': type });
    await expect(receiveUpload(request, scratchFolder())).rejects.toMatchObject({ status: 400 });
  });
});
