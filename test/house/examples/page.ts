import { deepEqual, match } from 'node:assert/strict';
import type { Example } from '../example.js';

const FOLDER = 'src/web/pages/greeting';
const FILES: Record<string, string> = {
  'read-greeting.ts': `import type { Store } from '../../../store/open-store.js';

export const readGreeting = (store: Store): string => \`你好，\${store.path}\`;
`,
  'greeting-view.tsx': `import type { FC } from 'hono/jsx';
import { PageFrame } from '../../parts/page-frame.js';
import type { Site } from '../../site.js';

export const GreetingView: FC<{ site: Site; greeting: string }> = ({ site, greeting }) => (
  <PageFrame site={site} title="招呼"><p>{greeting}</p></PageFrame>
);
`,
  'greeting-page.tsx': `import { Hono } from 'hono';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { GreetingView } from './greeting-view.js';
import { readGreeting } from './read-greeting.js';

export const greetingPage = (site: Site): Hono =>
  new Hono().get('/greeting', (context) =>
    renderPage(context, <GreetingView site={site} greeting={readGreeting(site.store)} />),
  );
`,
};

export const addsPage: Example = {
  row: '网站的一页',
  change(copy) {
    for (const [name, content] of Object.entries(FILES)) copy.make(`${FOLDER}/${name}`, content);
    const app = 'src/web/create-app.tsx';
    copy.edit(
      app,
      'import { homePage',
      "import { greetingPage } from './pages/greeting/greeting-page.js';\nimport { homePage",
    );
    copy.edit(app, '  homePage,\n', '  homePage,\n  greetingPage,\n');
  },
  async probe() {
    const { probeSite } = await import('../probe-site.js');
    const response = await (await probeSite()).request('/greeting');
    deepEqual(response.status, 200);
    match(await response.text(), /<p>你好，.*probe\.db/);
  },
};
