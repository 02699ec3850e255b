import type { FC } from 'hono/jsx';
import type { ImportState } from '../../imports/import-queue.js';
import { showGiven } from '../../parts/past-imports.js';
import { type ProgressFigures, progressFigures } from './progress-figures.js';

/** The import under way and those that wait; nothing where there are none. */
export const ImportProgressView: FC<{ state: ImportState }> = ({ state: { current, waiting } }) => (
  <>
    {current && (
      <section class="running">
        <h2>{current.stopping ? '正在停下' : '正在导入'}</h2>
        <p>{showGiven(current.given)}</p>
        <Figures progress={progressFigures(current.progress)} />
        {!current.stopping && (
          <form method="post" action="/import/stop">
            <button type="submit">停止（已读完的会保存）</button>{' '}
            {waiting.length > 0 && (
              <button type="submit" class="plain" name="all" value="1">
                全部停止
              </button>
            )}
          </form>
        )}
        <p class="refresh">
          <a href="/import">刷新进度</a>
        </p>
      </section>
    )}
    {waiting.length > 0 && (
      <section>
        <h3>等待导入</h3>
        <ol>
          {waiting.map((given) => (
            <li>{showGiven(given)}</li>
          ))}
        </ol>
      </section>
    )}
  </>
);

const Figures: FC<{ progress: ProgressFigures }> = ({ progress }) => (
  <>
    <progress
      aria-label="导入进度"
      data-figure="bar"
      max={Math.max(progress.files, 1)}
      value={progress.files === 0 ? undefined : progress.value}
    />
    <dl class="figures">
      <Figure title="文件" name="done" text={progress.done} />
      <Figure title="速度" name="rate" text={progress.rate} />
      <Figure title="剩余" name="left" text={progress.left} />
      <Figure title="没有读成" name="failures" text={progress.failures} />
    </dl>
    <ul class="soft" data-figure="slow" aria-label="读得久的文件">
      {progress.slow.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
    <ul data-figure="latest" aria-label="没有读成的文件">
      {progress.latest.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  </>
);

const Figure: FC<{ title: string; name: keyof ProgressFigures; text: string }> = ({ title, name, text }) => (
  <div>
    <dt>{title}</dt>
    <dd data-figure={name}>{text}</dd>
  </div>
);
