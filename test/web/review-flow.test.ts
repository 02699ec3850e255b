import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const RULE = 'summary-total-differs-from-rows';
const FILES = {
  'a.txt': smallDisclosure({ total: '13' }),
  'b.txt': smallDisclosure({ total: '14', rows: ['甲项', '乙项'] }),
  'c.txt': smallDisclosure({ total: '17', department: '株洲市石峰区司法局' }),
};
const LIST = `?rule=${RULE}`;

const post = async (app: Hono, path: string, fields: Record<string, string> = {}): Promise<Response> =>
  app.request(path, { method: 'POST', body: new URLSearchParams(fields) });

const get = async (app: Hono, path: string): Promise<string> => {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};

/** The site with three findings of one rule: two on one department, one on another. */
async function site(options = {}) {
  const { app, store } = await siteApp(FILES, options);
  const rows = await store.listReviews({ rule: RULE });
  const ids = rows.map(({ id }) => id);
  const same = rows.filter(({ department }) => department?.includes('信访局')).map(({ id }) => id);
  expect([ids.length, same.length]).toEqual([3, 2]);
  return { app, store, ids, same: same as [number, number] };
}

const answer = (given: Record<string, string> = {}) => ({
  state: 'explained',
  comment: '附件另有说明',
  who: '甲',
  basedOn: '',
  ...given,
});

const locationOf = (response: Response): string => response.headers.get('location') ?? '';

describe('after an answer', () => {
  it('the next finding of the list opens, says what was noted, and leads on to the last and back to what was left', async () => {
    const { app, ids } = await site();
    const [first = 0, second = 0, third = 0] = ids;
    const given = async (id: number) =>
      locationOf(await post(app, `/findings/${id}/review`, answer({ back: `/findings/${id}${LIST}` })));
    const next = await given(second);
    expect(next).toBe(`/findings/${third}${LIST}&done=1`);
    const page = await get(app, next);
    expect(page).toMatch(new RegExp(`f${second}</a> *已记为 <b>已说明</b>：附件另有说明`));
    expect(page).toContain('action="/answers/1/undo"');
    expect(page).toContain('第 3 条，共 3 条 · 已复核 1');
    expect(page).not.toContain('done=1"');
    expect(await given(third)).toBe(`/findings/${first}${LIST}&done=2`);
    expect(await given(first)).toBe(`/findings${LIST}&done=3`);
    expect(await get(app, `/findings${LIST}&done=3`)).toContain('action="/answers/3/undo"');
  });

  it.each([
    ['explained', 400],
    ['dismissed', 400],
    ['confirmed', 303],
  ])('%s without a reason is answered by %i', async (state, status) => {
    const { app, store, ids } = await site();
    const response = await post(app, `/findings/${ids[0]}/review`, answer({ state, comment: ' ' }));
    expect(response.status).toBe(status);
    expect((await response.text()).includes('请写明理由')).toBe(status === 400);
    expect((await store.reviews()).size).toBe(status === 400 ? 0 : 1);
  });

  it('that stood already nothing is noted', async () => {
    const { app, store, ids } = await site();
    const [first = 0, second = 0] = ids;
    await post(app, `/findings/${first}/review`, answer());
    const { at } = (await store.reviewedFinding(first)) ?? {};
    const again = await post(
      app,
      `/findings/${first}/review`,
      answer({ basedOn: at ?? '', back: `/findings/${first}${LIST}` }),
    );
    expect(locationOf(again)).toBe(`/findings/${second}${LIST}&done=f${first}`);
    expect(await get(app, locationOf(again))).toContain('没有改动');
  });

  it('in a list that does not exist nothing is stored', async () => {
    const { app, store, ids } = await site();
    const back = `/findings/${ids[0]}?nonsense=1`;
    expect((await post(app, `/findings/${ids[0]}/review`, answer({ back }))).status).toBe(400);
    expect((await store.reviews()).size).toBe(0);
  });

  it('who answered is told and asked no more', async () => {
    const { app, ids } = await site();
    expect(await get(app, `/findings/${ids[0]}`)).not.toContain('换人');
    const response = await post(app, `/findings/${ids[0]}/review`, answer());
    const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const later = await app.request(`/findings/${ids[1]}`, { headers: { cookie } });
    expect(await later.text()).toContain('复核人：甲　<span class="soft">换人</span>');
  });
});

describe('undo', () => {
  it('restores the earlier answer exactly and opens the finding again', async () => {
    const { app, store, ids } = await site();
    const [first = 0, second = 0] = ids;
    await post(
      app,
      `/findings/${first}/review`,
      answer({ state: 'confirmed', comment: '对不上', who: '乙' }),
    );
    const before = await store.reviews();
    const basedOn = [...before.values()][0]?.at ?? '';
    await post(app, `/findings/${first}/review`, answer({ basedOn }));
    expect(await store.reviews()).not.toEqual(before);
    const undone = await post(app, '/answers/2/undo', { back: `/findings/${second}${LIST}` });
    expect([undone.status, locationOf(undone)]).toEqual([303, `/findings/${first}${LIST}&done=2`]);
    expect(await store.reviews()).toEqual(before);
    expect(await get(app, locationOf(undone))).toMatch(/已撤销：.*恢复为属实。/);
    await post(app, '/answers/1/undo', {});
    expect((await store.reviews()).size).toBe(0);
    expect((await store.reviewedFinding(first))?.state).toBe('open');
  });

  it('from the list comes back to the row, and leaves alone what was answered since', async () => {
    const { app, store, ids } = await site();
    const [first = 0] = ids;
    await post(app, `/findings/${first}/review`, answer());
    const { at } = (await store.reviewedFinding(first)) ?? {};
    await post(
      app,
      `/findings/${first}/review`,
      answer({ state: 'dismissed', who: '乙', basedOn: at ?? '' }),
    );
    const undone = await post(app, '/answers/1/undo', { back: `/findings${LIST}` });
    expect(locationOf(undone)).toBe(`/findings${LIST}&done=1#f${first}`);
    expect((await store.reviewedFinding(first))?.state).toBe('dismissed');
    expect(await get(app, `/findings${LIST}&done=1`)).toContain('之后又有答复');
    expect((await post(app, '/answers/99/undo')).status).toBe(404);
  });
});

describe('findings alike', () => {
  it('are shown before they are answered together with one reason, and taken back together', async () => {
    const { app, store, ids, same } = await site();
    const [one, other] = same;
    expect(await get(app, `/findings/${one}`)).toContain('同部门同规则的 2 条一并作答');
    expect((await get(app, `/findings${LIST}`)).match(/同类 2 条一并作答/g)).toHaveLength(2);
    const page = await get(app, `/findings/${one}/alike${LIST}`);
    expect(page.match(/class="pick" name="f\d+"/g)).toHaveLength(2);
    const back = /name="back" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const fields = { state: 'explained', comment: '两处同一说明', who: '甲', back };
    const done = await post(app, `/findings/${one}/alike`, { ...fields, [`f${one}`]: '', [`f${other}`]: '' });
    const left = ids.find((id) => !same.includes(id));
    expect([done.status, locationOf(done)]).toEqual([303, `/findings/${left}${LIST}&done=1`]);
    expect([...(await store.reviews()).values()].map(({ comment }) => comment)).toEqual([
      '两处同一说明',
      '两处同一说明',
    ]);
    expect(await get(app, locationOf(done))).toMatch(/2 条疑点 *已记为.*撤销这 2 条/);
    expect(await get(app, `/findings/${one}/alike`)).toContain('都已复核');
    await post(app, '/answers/1/undo', {});
    expect((await store.reviews()).size).toBe(0);
  });

  it('that somebody else answered meanwhile are left alone and named', async () => {
    const { app, store, same } = await site();
    const [one, other] = same;
    await post(app, `/findings/${other}/review`, answer({ state: 'confirmed', comment: '属实', who: '乙' }));
    const late = await post(app, `/findings/${one}/alike`, answer({ [`f${one}`]: '', [`f${other}`]: '' }));
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('以下 1 条已由别人答复');
    expect(page).toContain('其余 1 条已保存');
    expect((await store.reviewedFinding(other))?.who).toBe('乙');
    expect((await store.reviewedFinding(one))?.who).toBe('甲');
  });

  it.each([
    [{}, '一条也没有勾选'],
    [{ f1: '', comment: ' ' }, '答“已说明”请写明理由'],
    [{ f1: '', state: '' }, '请选择结论'],
    [{ f1: '', f98765: '' }, '没有疑点 f98765'],
  ])('are not answered with %o', async (given, message) => {
    const { app, store, ids } = await site();
    const fields = Object.fromEntries(Object.entries({ ...answer(), ...given }));
    const response = await post(app, `/findings/${ids[0]}/alike`, fields as Record<string, string>);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(message);
    expect((await store.reviews()).size).toBe(0);
  });
});

it('leads back to the place of a finding in the list, or to what stands there now', async () => {
  const { app, ids } = await site();
  const [first = 0, second = 0, third = 0] = ids;
  expect(await get(app, `/findings/${second}${LIST}`)).toContain(`href="/findings${LIST}#f${second}"`);
  await post(app, `/findings/${second}/review`, answer());
  expect(await get(app, `/findings/${second}${LIST}`)).toContain(`href="/findings${LIST}#f${third}"`);
  const answered = await post(app, `/findings/${third}/review`, answer({ back: `/findings${LIST}&page=9` }));
  expect(locationOf(answered)).toBe(`/findings${LIST}&done=2#f${first}`);
});

it('a site for reading offers no answer, no batch and no undo', async () => {
  const { app, same } = await site({ readOnly: true });
  const [one] = same;
  const page = await get(app, `/findings/${one}`);
  expect(page).not.toContain('method="post"');
  expect(page).not.toContain('一并作答');
  expect(await get(app, '/findings')).not.toContain('一并作答');
  expect((await app.request(`/findings/${one}/alike`)).status).toBe(403);
  expect((await post(app, `/findings/${one}/alike`, answer())).status).toBe(403);
  expect((await post(app, '/answers/1/undo')).status).toBe(403);
});

it('a mark that says nothing is a wrong question', async () => {
  const { app } = await site();
  expect((await app.request('/findings?done=abc')).status).toBe(400);
  expect(await get(app, '/findings?done=12345')).not.toContain('class="answered"');
});
