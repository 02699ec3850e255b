import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shortName } from '../../src/model/row-name.js';
import { siteApp } from '../support/site-app.js';

const SAMPLE = 'samples/shanxi-pingding.docx';

describe('an address with a name as lists show it', () => {
  it('leads to the page with the whole one', async () => {
    const { app, store } = await siteApp({ [SAMPLE]: readFileSync(SAMPLE) });
    const short = await store.shortNumbers();
    const nameOf = async (view: string, letter: 'd' | 'p' | 'i') => {
      const id = Number((await store.query(view, {}, { limit: 1 })).rows[0]?.id);
      return { id, name: shortName({ letter, id }, short) };
    };
    const [document, project, indicator] = [
      await nameOf('documents', 'd'),
      await nameOf('projects', 'p'),
      await nameOf('indicators', 'i'),
    ];
    for (const [from, to] of [
      [`/documents/${document.name}`, `/documents/${document.id}`],
      [`/documents/${document.name}?place=t1`, `/documents/${document.id}?place=t1`],
      [`/projects/${project.name}`, `/projects/${project.id}`],
      [`/projects/p${project.id}`, `/projects/${project.id}`],
      [`/values/${indicator.name}`, `/values/i${indicator.id}`],
      [`/track?project=${project.name}`, `/track?project=${project.id}`],
      [`/api/v1/values/${indicator.name}`, `/api/v1/values/i${indicator.id}`],
    ] as const) {
      const moved = await app.request(from);
      expect([from, moved.status, moved.headers.get('location')]).toEqual([from, 302, to]);
      expect((await app.request(to)).status).toBe(200);
    }
  });

  it('of something else, or of nothing, is told as not there', async () => {
    const { app } = await siteApp({ [SAMPLE]: readFileSync(SAMPLE) });
    for (const path of [
      '/documents/d9',
      '/projects/p9-9',
      '/values/i9-9',
      '/projects/i9-9',
      '/documents/9',
    ]) {
      expect([path, (await app.request(path)).status]).toEqual([path, 404]);
    }
  });
});
