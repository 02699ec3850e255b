import type { FC } from 'hono/jsx';
import type { ReviewedFinding } from '../../model/ports/findings.js';
import { askedReason, REVIEW_STATE_TEXT, REVIEW_STATES, type ReviewState } from '../../model/review.js';
import { ANSWER_KEY } from './key-help.js';

/** How much a person may write. */
export const LONGEST_COMMENT = 4000;
export const LONGEST_NAME = 60;

type Answered = Pick<ReviewedFinding, 'id' | 'state' | 'comment' | 'at'>;

/** The reviewer's answer on a finding as a form; what he answers is kept unless somebody else has answered since `at`. */
export const ReviewForm: FC<{
  finding: Answered;
  /** Who answered last from this browser. */
  who: string;
  /** Where the form stands. */
  back: string;
  /** On the page of the finding: room for a long comment, and the next finding opens afterwards. */
  roomy?: boolean;
}> = ({ finding, who, back, roomy = false }) => {
  const states = REVIEW_STATES.filter((state) => state !== 'open' || finding.state !== 'open');
  return (
    <form class="review" method="post" action={`/findings/${finding.id}/review`}>
      <StateChoices states={states} chosen={finding.state} />
      {who === '' && <ReviewerField who={who} />}
      {roomy ? (
        <label>
          意见
          <textarea name="comment" rows={3} maxlength={LONGEST_COMMENT}>
            {finding.comment ?? ''}
          </textarea>
        </label>
      ) : (
        <label>
          意见
          <input
            name="comment"
            value={finding.comment ?? ''}
            maxlength={LONGEST_COMMENT}
            autocomplete="off"
          />
        </label>
      )}
      {who !== '' && <ReviewerField who={who} />}
      <input type="hidden" name="basedOn" value={finding.at ?? ''} />
      <input type="hidden" name="back" value={back} />
      <button type="submit">{roomy ? '保存，看下一条' : '保存'}</button>
    </form>
  );
};

export const StateChoices: FC<{ states: readonly ReviewState[]; chosen: ReviewState | null }> = ({
  states,
  chosen,
}) => (
  <fieldset>
    <legend>结论</legend>
    {states.map((state) => (
      <StateChoice state={state} checked={state === chosen} />
    ))}
  </fieldset>
);

const StateChoice: FC<{ state: ReviewState; checked: boolean }> = ({ state, checked }) => {
  const { title, meaning } = REVIEW_STATE_TEXT[state];
  return (
    <label class="choice" title={meaning}>
      <input
        type="radio"
        name="state"
        value={state}
        required
        checked={checked}
        data-ask-reason={askedReason({ state, comment: null })}
        aria-keyshortcuts={ANSWER_KEY[state]}
      />
      {title}
    </label>
  );
};

/** Who answers: asked once, then told, and changed on demand. */
export const ReviewerField: FC<{ who: string }> = ({ who }) => {
  const field = (
    <label>
      复核人
      <input
        class="reviewer-name"
        name="who"
        value={who}
        required
        pattern=".*\S.*"
        title="您的姓名"
        placeholder="您的姓名，只问一次"
        maxlength={LONGEST_NAME}
        autocomplete="name"
      />
    </label>
  );
  if (who === '') return field;
  return (
    <details class="reviewer">
      <summary>
        复核人：{who}　<span class="soft">换人</span>
      </summary>
      {field}
    </details>
  );
};
