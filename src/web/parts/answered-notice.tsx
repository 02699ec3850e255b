import type { FC } from 'hono/jsx';
import type { GivenAnswer } from '../../model/ports/findings.js';
import { REVIEW_TITLES } from '../../model/review.js';
import { type FindingQuery, findingInList } from '../finding-query.js';
import { showCount, showListed } from './format-figures.js';
import type { Answered } from './read-answered.js';

/** Characters of a reason in the line. */
const REASON = 80;

/** One line on what was just answered or taken back, with the way to take it back. */
export const AnsweredNotice: FC<{
  answered: Answered | null;
  query: FindingQuery;
  /** Where one is now, to come back to. */
  back: string;
}> = ({ answered, query, back }) => {
  if (answered === null) return null;
  return (
    <div class="answered" role="status" tabindex={-1}>
      {answered.kind === 'unchanged' ? (
        <p>
          <FindingName id={answered.id} query={query} /> 原来就是这样答复的，没有改动。
        </p>
      ) : (
        <Given {...answered} query={query} back={back} />
      )}
    </div>
  );
};

const Given: FC<{ batch: number; answers: readonly GivenAnswer[]; query: FindingQuery; back: string }> = ({
  batch,
  answers,
  query,
  back,
}) => {
  const undone = answers.filter(({ isUndone }) => isUndone);
  const standing = answers.filter(({ isUndone, isReplaced }) => !(isUndone || isReplaced));
  const replaced = answers.filter(({ isReplaced }) => isReplaced);
  const [first] = answers;
  return (
    <>
      {undone.length > 0 && (
        <p>
          已撤销：
          <Findings answers={undone} query={query} />
          恢复为{[...new Set(undone.map(({ former }) => REVIEW_TITLES[former]))].join('、')}。
        </p>
      )}
      {first && standing.length > 0 && (
        <form method="post" action={`/answers/${batch}/undo`}>
          <p>
            <Findings answers={standing} query={query} />
            已记为 <b>{REVIEW_TITLES[first.state]}</b>
            {first.comment !== null && `：${showListed(first.comment, REASON)}`}
          </p>
          <input type="hidden" name="back" value={back} />
          <button type="submit" class="plain" aria-keyshortcuts="z">
            撤销{standing.length > 1 && `这 ${showCount(standing.length)} 条`}
          </button>
        </form>
      )}
      {replaced.length > 0 && (
        <p>
          <Findings answers={replaced} query={query} />
          之后又有答复，那一条照旧。
        </p>
      )}
    </>
  );
};

const Findings: FC<{ answers: readonly GivenAnswer[]; query: FindingQuery }> = ({ answers, query }) => {
  const [first] = answers;
  if (first && answers.length === 1) {
    return (
      <>
        <FindingName id={first.id} query={query} />{' '}
      </>
    );
  }
  return <>{showCount(answers.length)} 条疑点 </>;
};

const FindingName: FC<{ id: number; query: FindingQuery }> = ({ id, query }) => (
  <a href={findingInList(id, query)}>f{id}</a>
);
