import type { FC } from 'hono/jsx';
import type { Site } from '../site.js';
import { PageFrame } from './page-frame.js';

/** What happened, and the way out. */
export const ErrorView: FC<{ site: Site; title: string; message: string }> = ({ site, title, message }) => (
  <PageFrame site={site} title={title}>
    <p class="notice" role="alert">
      {message}
    </p>
    <p>
      <a href="/">回到首页</a>
    </p>
  </PageFrame>
);
