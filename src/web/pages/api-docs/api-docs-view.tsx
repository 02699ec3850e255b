import type { FC } from 'hono/jsx';
import { PageFrame } from '../../parts/page-frame.js';
import type { Site } from '../../site.js';
import type { Field, Operation } from './list-operations.js';

export const ApiDocsView: FC<{ site: Site; operations: Operation[] }> = ({ site, operations }) => (
  <PageFrame site={site} title="数据接口">
    <p>
      与网页相同的数据，JSON 格式，只读；机器可读的说明在
      <a href="/api/v1/openapi.json">openapi.json</a>
      （OpenAPI 3.1）。 本站要求 token 时，每次请求带上 <code>Authorization: Bearer</code> 和启动时打印的
      token。
    </p>
    <p>
      参数不对时回答 400，库中没有时 404，都带 <code>{'{"error": "…"}'}</code>。列表一次最多 10000 行，
      <code>next</code> 是下一页的网址。
    </p>
    <nav aria-label="目录">
      <ul class="contents">
        {operations.map(({ path, summary }) => (
          <li>
            <a href={`#${anchor(path)}`}>
              <code>{path}</code> {summary}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {operations.map((operation) => (
      <Section operation={operation} />
    ))}
  </PageFrame>
);

const anchor = (path: string): string => path.replace(/[^a-z_]+/g, '-').replace(/^-/, '');

const Section: FC<{ operation: Operation }> = ({
  operation: { path, summary, description, parameters, answer },
}) => (
  <section id={anchor(path)} aria-labelledby={`${anchor(path)}-title`}>
    <h2 id={`${anchor(path)}-title`}>{summary}</h2>
    <p>
      <code>GET {path}</code>{' '}
      {!path.includes('{') && parameters.every(({ required }) => !required) && <a href={path}>试一下</a>}
    </p>
    {description !== null && <p>{description}</p>}
    <Fields title="参数" fields={parameters} />
    <Fields title="回答" fields={answer} />
  </section>
);

const Fields: FC<{ title: string; fields: Field[] }> = ({ title, fields }) =>
  fields.length === 0 ? null : (
    <details open={fields.length <= 6}>
      <summary>
        {title}（{fields.length}）
      </summary>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">类型</th>
              <th scope="col">含义</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, type, required, meaning }) => (
              <tr>
                <th scope="row">
                  <code>{name}</code>
                  {title === '参数' && required ? '（必填）' : ''}
                </th>
                <td class="whole">{type}</td>
                <td>{meaning}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
