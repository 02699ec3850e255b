import type { Child, FC } from 'hono/jsx';

/** A fact: what it is called and what it is; left out where there is none. */
export type Fact = readonly [title: string, value: Child];

const isBlank = (value: Child): boolean =>
  value === null || value === undefined || value === '' || value === false;

/** Facts one below the other. */
export const Facts: FC<{ facts: readonly Fact[] }> = ({ facts }) => (
  <dl class="facts">
    {facts
      .filter(([, value]) => !isBlank(value))
      .map(([title, value]) => (
        <>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </>
      ))}
  </dl>
);
