import type { FC } from 'hono/jsx';
import type { Severity } from '../../model/facts/severities.js';
import { SEVERITY_TITLES } from '../../model/facts/severities.js';
import { VERDICT_TITLES } from '../../model/finding.js';

/** How grave a finding is, in words and colour; with `verdict`, whether a person has to judge. */
export const SeverityMark: FC<{ severity: Severity; verdict?: keyof typeof VERDICT_TITLES }> = ({
  severity,
  verdict,
}) => (
  <span class={`severity ${severity}`}>
    {SEVERITY_TITLES[severity]}
    {verdict === 'review' && <span class="soft">（{VERDICT_TITLES.review}）</span>}
  </span>
);
