import type { FC } from 'hono/jsx';

export interface ChartBar {
  label: string;
  value: number;
  /** The value as it is written at the end of its bar. */
  shown: string;
  link: string | null;
  /** Not counted in the median. */
  isPale?: boolean;
  isOutlier?: boolean;
}

/** Percent of a phone's width that a character behind a bar takes, and that all bars together may take beside them. */
const A_CHARACTER = 2;
const ALL = 92;
const LEAST = 40;
/** A median farther to the right is named to the left of its line. */
const RIGHT = 50;

/**
 * Values as horizontal bars from 0, each under its label and with its value behind it, and the median as a line through all of
 * them. Needs no script, and is as tall as it has bars.
 */
export const BarChart: FC<{
  title: string;
  bars: readonly ChartBar[];
  median?: { value: number; label: string } | null;
  /** What the colours and marks mean. */
  note?: string;
}> = ({ title, bars, median = null, note }) => {
  const most = Math.max(...bars.map(({ value }) => value), median?.value ?? 0);
  const written = Math.max(0, ...bars.map(({ shown, isOutlier }) => shown.length + (isOutlier ? 2 : 0)));
  const longest = Math.max(LEAST, ALL - A_CHARACTER * written);
  const along = (value: number): number =>
    most > 0 ? Math.round((Math.max(0, value) / most) * longest * 100) / 100 : 0;
  const line = median && along(median.value);
  return (
    <figure class="bars">
      <figcaption>{title}</figcaption>
      {median !== null && line !== null && (
        <div class="bar" aria-hidden="true">
          <span />
          <svg class="median" height="16" aria-hidden="true">
            <text x={`${line}%`} y="12" text-anchor={line > RIGHT ? 'end' : 'start'}>
              {median.label}
            </text>
          </svg>
        </div>
      )}
      <ol aria-label={median === null ? title : `${title}；${median.label}`}>
        {bars.map(({ label, value, shown, link, isPale, isOutlier }) => (
          <li>
            <a class={`bar${isPale ? ' pale' : ''}${isOutlier ? ' outlier' : ''}`} href={link ?? undefined}>
              <span class="label">{label}</span>
              <span class="hidden">
                ：{shown}
                {isOutlier && '，离群'}
                {isPale && '，不计入中位数'}
              </span>
              <svg height="22" aria-hidden="true">
                <rect y="3" height="16" width={`${Math.max(along(value), 0.3)}%`} />
                {line !== null && <line x1={`${line}%`} x2={`${line}%`} y1="0" y2="22" />}
                <text x={`${along(value)}%`} dx="6" y="16">
                  {shown}
                  {isOutlier && ' ▲'}
                </text>
              </svg>
            </a>
          </li>
        ))}
      </ol>
      {note !== undefined && <p class="soft">{note}</p>}
    </figure>
  );
};
