import { Hono } from 'hono';
import { track } from '../../../app/track.js';
import type { Store } from '../../../model/ports/store.js';
import type { Track } from '../../../model/track.js';
import { type ListQuery, readListQuery } from '../../list-query.js';
import { projectNumber } from '../../project-number.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { TrackView } from './track-view.js';

/** 目标与结果: what was promised, reported and promised next. */
export const trackPage = (site: Site): Hono =>
  new Hono().get('/track', async (context) => {
    const query = readListQuery(context.req.url);
    return renderPage(
      context,
      <TrackView site={site} query={query} track={await readTrack(site.store, query)} />,
    );
  });

/** null: nothing was asked yet. @throws QueryError */
async function readTrack(
  store: Store,
  { given: { region, department, project, year } }: ListQuery,
): Promise<Track | null> {
  if (project !== undefined) return track(store, { project: projectNumber(project) });
  if (region === undefined && department === undefined) return null;
  return track(store, { region, department, year: year === undefined ? undefined : Number(year) });
}
