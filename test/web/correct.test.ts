import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { TextRecognition } from '../../extractors/reader.js';
import type { Store } from '../../src/model/ports/store.js';
import { findChineseFont } from '../../src/pipeline/drawing/find-chinese-font.js';
import { readDocument } from '../../src/pipeline/reading/read-document.js';
import { jpegOf } from '../support/pictures/through-jpeg.js';
import { readPng } from '../support/read-png.js';
import { recognizedPage } from '../support/recognized-page.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { siteApp } from '../support/site-app.js';

const ROWS = [
  ['项目名称', '河道清淤', '主管部门', '水利局'],
  ['资金总额', '80', '其中：财政拨款', '80'],
  ['一级指标', '二级指标', '三级指标', '指标值'],
  ['产出指标', '数量指标', '清淤长度', 'V3公里'],
  ['效益指标', '社会效益指标', '水质改善', '明显'],
  ['填表人', '欧阳小青', '联系电话', '22629806'],
];
const SIZE = { width: 1190, height: 1684 };

const recognition: TextRecognition = {
  again: false,
  isSpent: () => false,
  read: async () =>
    recognizedPage('2025年度项目支出绩效目标表', ROWS, (text) => (text.startsWith('V') ? 55 : 97)),
};

/** A site over one document that was recognized from a picture. */
async function pictureSite(readOnly = false): Promise<{ app: Hono; store: Store; id: number }> {
  const made = await siteApp({}, { readOnly });
  const file = join(scratchFolder(), '扫描.jpg');
  const bytes = jpegOf({ ...SIZE, pixels: new Uint8Array(3 * SIZE.width * SIZE.height).fill(240) }, 60);
  writeFileSync(file, bytes);
  await made.store.save(await readDocument(bytes, { path: file, recognition }));
  return { ...made, id: Number((await made.store.query('documents')).rows[0]?.id) };
}

const PLACE = 'p1 t1 r4 c4';
const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', ...headers },
  body: new URLSearchParams(fields).toString(),
});

const target = async (store: Store): Promise<unknown> =>
  (await store.query('indicators', {}, { sort: 'id' })).rows[0]?.target;

describe('a recognized document', () => {
  it('shows the page, what is unsure on it, and the picture of a cell beside what was read', async () => {
    const { app, id } = await pictureSite();
    const page = await (await app.request(`/documents/${id}?place=${encodeURIComponent(PLACE)}`)).text();
    expect(page).toMatch(/1 页由图像识别，可能认错；1 格把握不大/);
    expect(page).toMatch(/class="[^"]*unsure[^"]*operand"/);
    expect(page).toContain('由图像识别，把握不大（最没有把握的字 55%），请对照原件');
    expect(page).toMatch(/<svg class="cell-picture" viewBox="[\d. ]+"/);
    expect(page).toMatch(/<textarea name="text"[^>]*>V3公里<\/textarea>/);
    expect(page).not.toMatch(/小青|22629806/);
  });

  it.skipIf(findChineseFont() === null)('is drawn with names and phones painted over', async () => {
    const { app, store, id } = await pictureSite();
    const answer = await app.request(`/documents/${id}/pages/1.png`);
    expect(answer.status).toBe(200);
    const picture = readPng(new Uint8Array(await answer.arrayBuffer()));
    const phone = (await store.load(String((await store.query('documents')).rows[0]?.sha256)))
      ?.recognized?.[0];
    expect(phone?.covers.length).toBeGreaterThan(0);
    const scale = picture.width / 595;
    const [left = 0, top = 0, right = 0, bottom = 0] = phone?.covers.at(-1) ?? [];
    expect(
      picture.at(Math.round(((left + right) / 2) * scale), Math.round(((top + bottom) / 2) * scale)),
    ).toEqual([0x8c, 0x8c, 0x8c]);
  });

  it('is corrected by a click and a word, and back again', async () => {
    const { app, store, id } = await pictureSite();
    expect(await target(store)).toBe('V3公里');
    const back = `/documents/${id}?cell=1.15`;
    const answer = await app.request(
      `/documents/${id}/correct`,
      form({ place: PLACE, text: ' ≥3公里\r\n', back }),
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([303, back]);
    expect(await target(store)).toBe('≥3公里');
    const page = await (await app.request(`/documents/${id}?place=${encodeURIComponent(PLACE)}`)).text();
    expect(page).toContain('人改正过，原读作“V3公里”');
    expect(page).not.toContain('把握不大（');
    await app.request(`/documents/${id}/correct`, form({ place: PLACE, text: '', undo: '1' }));
    expect(await target(store)).toBe('V3公里');
  });

  it('is left as it is by what is not allowed, not complete or not there', async () => {
    const { app, store, id } = await pictureSite();
    const before = await store.dump();
    const post = async (fields: Record<string, string>, headers?: Record<string, string>): Promise<number> =>
      (await app.request(`/documents/${id}/correct`, form(fields, headers))).status;
    expect(await post({ place: PLACE, text: 'x' }, { origin: 'https://evil.example' })).toBe(403);
    expect(await post({ place: PLACE })).toBe(400);
    expect(await post({ place: 'p7 t1 r1 c1', text: 'x' })).toBe(400);
    expect((await app.request('/documents/99999/correct', form({ place: PLACE, text: 'x' }))).status).toBe(
      404,
    );
    expect(await store.dump()).toBe(before);
    const shown = await pictureSite(true);
    const refused = await shown.app.request(
      `/documents/${shown.id}/correct`,
      form({ place: PLACE, text: 'x' }),
    );
    expect(refused.status).toBe(403);
    const page = await (
      await shown.app.request(`/documents/${shown.id}?place=${encodeURIComponent(PLACE)}`)
    ).text();
    expect(page).not.toContain('<textarea');
  });
});
