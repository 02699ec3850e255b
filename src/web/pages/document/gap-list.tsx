import type { FC } from 'hono/jsx';
import type { ReadingGap } from '../../../model/reading-gaps.js';
import { printable } from '../../../report/text-width.js';
import { documentLink } from '../../links.js';

const MOST = 20;

/** What a document holds that was not read: where, what, and what to do. */
export const GapList: FC<{ document: number; gaps: readonly ReadingGap[] }> = ({ document, gaps }) => (
  <ul aria-label="没有读到的">
    {gaps.slice(0, MOST).map(({ place, message, advice }) => (
      <li>
        {place !== null && (
          <>
            <a href={`${documentLink(document, place)}#here`}>{place}</a>{' '}
          </>
        )}
        {printable(message)}
        <div class="soft">{advice}</div>
      </li>
    ))}
    {gaps.length > MOST && <li class="soft">另有 {gaps.length - MOST} 处</li>}
  </ul>
);
