import type { Child, FC } from 'hono/jsx';
import { assetUrl } from '../serve-assets.js';
import type { Site } from '../site.js';

interface FrameProps {
  site: Site;
  title: string;
  /** Path of the entry of the menu this page belongs to. */
  section?: string;
  /** Scripts of this page besides those of every page, by name. */
  scripts?: readonly string[];
  /** Styles of this page besides those of every page, by name. */
  styles?: readonly string[];
  children?: Child;
}

const MENU = [
  { path: '/', title: '首页' },
  { path: '/search', title: '检索' },
  { path: '/compare', title: '比较' },
  { path: '/track', title: '目标与结果' },
  { path: '/coverage', title: '公开情况' },
  { path: '/tabulate', title: '地区×年度' },
  { path: '/findings', title: '疑点清单' },
  { path: '/documents', title: '文档' },
  { path: '/names', title: '名称' },
  { path: '/sql', title: 'SQL' },
  { path: '/collect', title: '收集' },
  { path: '/import', title: '导入' },
  { path: '/queue', title: '队列' },
];

/** Pages that change the store: a site for reading has none. */
const OF_CHANGES: readonly string[] = ['/names', '/import'];

function isOffered({ readOnly, collects, queue }: Site, path: string): boolean {
  if (path === '/collect') return collects !== undefined;
  if (path === '/queue') return queue !== undefined;
  return !(readOnly && OF_CHANGES.includes(path));
}

/** What stands around every page: menu, search, heading. */
export const PageFrame: FC<FrameProps> = ({ site, title, section, scripts = [], styles = [], children }) => (
  <html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · 明账`}</title>
      <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
      {['site.css', 'lists.css', ...styles].map((name) => (
        <link rel="stylesheet" href={assetUrl(name)} />
      ))}
      {scripts.map((name) => (
        <script src={assetUrl(name)} defer />
      ))}
    </head>
    <body>
      <a class="skip" href="#main">
        跳到正文
      </a>
      <header class="site">
        <a class="brand" href="/">
          明账
        </a>
        <nav aria-label="主菜单">
          {MENU.filter(({ path }) => isOffered(site, path)).map(({ path, title: name }) => (
            <a href={path} aria-current={path === section ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
        <search>
          <form class="quick-search" action="/search">
            <input type="search" name="text" aria-label="检索" placeholder="项目、指标、目标里的字" />
            <button type="submit">检索</button>
          </form>
        </search>
      </header>
      <main id="main" tabindex={-1}>
        <h1>{title}</h1>
        {children}
      </main>
      <footer class="site">
        疑点均为待核实线索，不是结论。<a href="/rules">核查规则</a> <a href="/api">数据接口</a>
      </footer>
    </body>
  </html>
);
