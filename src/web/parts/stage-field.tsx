import type { FC } from 'hono/jsx';
import { STAGE_TITLES } from '../../model/facts/stages.js';

/** A stage to choose, or none. @param blank what it means to choose none */
export const StageField: FC<{ value: string | undefined; blank: string }> = ({ value, blank }) => (
  <label>
    阶段
    <select name="stage">
      <option value="">{blank}</option>
      {Object.entries(STAGE_TITLES).map(([stage, title]) => (
        <option value={stage} selected={stage === value}>
          {title}
        </option>
      ))}
    </select>
  </label>
);
