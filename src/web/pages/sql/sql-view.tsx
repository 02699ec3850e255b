import type { FC } from 'hono/jsx';
import { SQL_LIMITS } from '../../../app/sql-limits.js';
import type { SqlResult } from '../../../model/ports/questions.js';
import type { SavedQuestion } from '../../../model/saved-question.js';
import { pageLink } from '../../links.js';
import { PageFrame } from '../../parts/page-frame.js';
import type { Site } from '../../site.js';
import { ResultView } from './result-view.js';
import { SAMPLE_QUESTIONS } from './sample-questions.js';
import { SchemaView } from './schema-view.js';
import { missingOf, questionLink, type SqlQuery } from './sql-query.js';

interface SqlViewProps {
  site: Site;
  query: SqlQuery;
  /** The result, or what is wrong with the statement; null: nothing was run. */
  found: SqlResult | { wrong: string } | null;
  questions: readonly SavedQuestion[];
  refused: RefusedSaving | null;
}

/** What was to be saved, and why it was not. */
export interface RefusedSaving {
  name: string;
  about: string | null;
  wrong: string;
}

/** One statement, its result, and beside it what can be asked about. */
export const SqlView: FC<SqlViewProps> = ({ site, query, found, questions, refused }) => {
  const { saved, sql } = query;
  return (
    <PageFrame
      site={site}
      title={saved?.name ?? 'SQL'}
      section="/sql"
      styles={['sql.css']}
      scripts={['sql.js']}
    >
      {saved?.about && <p>{saved.about}</p>}
      <div class="with-schema">
        <div>
          <Statement query={query} />
          {refused !== null && (
            <p class="notice" role="alert">
              没有保存：{refused.wrong}
            </p>
          )}
          {found !== null && 'wrong' in found && (
            <p class="notice" role="alert">
              {found.wrong}
            </p>
          )}
          {found !== null && !('wrong' in found) && (
            <>
              <ResultView query={query} result={found} />
            </>
          )}
          {!site.readOnly && (refused !== null || (found !== null && !('wrong' in found))) && (
            <Saving query={query} refused={refused} />
          )}
          {sql === '' && <Samples />}
          <Questions questions={questions} current={saved?.name} />
        </div>
        <SchemaView />
      </div>
    </PageFrame>
  );
};

/** Each takes up to nine bytes of the address, and the server refuses addresses over 128 KB. */
const MOST_CHARACTERS = 12_000;

const Statement: FC<{ query: SqlQuery }> = ({ query }) => {
  const missing = missingOf(query);
  return (
    <form class="statement" action={query.saved ? questionLink(query.saved.name) : '/sql'} aria-label="语句">
      <label>
        一条 SELECT
        <textarea
          name="sql"
          rows={Math.min(16, Math.max(6, query.sql.split('\n').length + 1))}
          maxlength={MOST_CHARACTERS}
          spellcheck={false}
          required
        >
          {query.sql}
        </textarea>
      </label>
      {query.fields.length > 0 && (
        <fieldset class="fields">
          <legend>参数</legend>
          {query.fields.map(({ name, text }) => (
            <label>
              {`:${name}`}
              <input name={name} value={text ?? ''} />
            </label>
          ))}
        </fieldset>
      )}
      {query.sql !== '' && missing.length > 0 && (
        <p role="status">先填上{missing.map((name) => ` :${name}`).join('、')}，再运行。</p>
      )}
      <button type="submit">运行</button>{' '}
      <span class="soft">
        只读，最多 {SQL_LIMITS.seconds} 秒。语句里的 :名称 是参数；写数字的按数字比较，写成 '2024' 的作文字。
      </span>
    </form>
  );
};

const Saving: FC<{ query: SqlQuery; refused: RefusedSaving | null }> = ({
  query: { sql, saved, fields },
  refused,
}) => (
  <details class="saving no-print" open={refused !== null}>
    <summary>{saved ? '改名称或说明' : '保存这条查询'}</summary>
    <form class="fields" method="post" action="/sql">
      <input type="hidden" name="sql" value={sql} />
      {fields.map(
        ({ name, text }) => text !== null && <input type="hidden" name={`:${name}`} value={text} />,
      )}
      <label>
        名称（也是它的网址）
        <input name="name" value={refused?.name ?? saved?.name} required maxlength={60} />
      </label>
      <label>
        说明
        <input name="about" value={refused?.about ?? saved?.about ?? ''} maxlength={500} />
      </label>
      <label>
        替换同名的
        <input type="checkbox" name="replace" value="1" />
      </label>
      <button type="submit">保存</button>
    </form>
    {saved && (
      <form method="post" action={`${questionLink(saved.name)}/remove`}>
        <button type="submit" class="plain">
          删去“{saved.name}”
        </button>
      </form>
    )}
  </details>
);

const Samples: FC = () => (
  <section>
    <h2>可以从这些开始</h2>
    <ul>
      {SAMPLE_QUESTIONS.map(({ title, sql }) => (
        <li>
          <a href={pageLink('/sql', { sql })}>{title}</a>
        </li>
      ))}
    </ul>
  </section>
);

const Questions: FC<{ questions: readonly SavedQuestion[]; current?: string }> = ({ questions, current }) =>
  questions.length === 0 ? null : (
    <section>
      <h2>保存的查询</h2>
      <ul>
        {questions.map(({ name, about }) => (
          <li>
            <a href={questionLink(name)} aria-current={name === current ? 'page' : undefined}>
              {name}
            </a>
            {about && <span class="soft">　{about}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
