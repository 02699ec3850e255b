import type { FC } from 'hono/jsx';

/** A year to write into a form: four digits, or nothing. */
export const YearField: FC<{ value?: string; placeholder?: string }> = ({ value, placeholder }) => (
  <label>
    年度
    <input
      name="year"
      value={value}
      class="short"
      inputmode="numeric"
      pattern="(19|20)[0-9]{2}"
      title="四位年份"
      maxlength={4}
      placeholder={placeholder}
    />
  </label>
);
