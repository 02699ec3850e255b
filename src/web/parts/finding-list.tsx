import type { FC } from 'hono/jsx';
import type { Severity } from '../../model/facts/severities.js';
import { gravity } from '../../model/facts/severities.js';
import { findingLink } from '../links.js';
import { Figures } from './figures.js';
import { showListed } from './format-figures.js';
import { SeverityMark } from './severity.js';

/** A finding as pages about its subject show it: a row of the view `findings`. */
export interface ListedFinding {
  id: number;
  severity: Severity;
  verdict: 'fail' | 'review';
  message: string;
  project: string | null;
}

/** Findings of one subject, the gravest first. */
export const FindingList: FC<{ findings: readonly ListedFinding[] }> = ({ findings }) => {
  const sorted = [...findings].sort((a, b) => gravity(a.severity) - gravity(b.severity));
  return (
    <ul class="findings">
      {sorted.map(({ id, severity, verdict, message, project }) => (
        <li>
          <SeverityMark severity={severity} verdict={verdict} />{' '}
          <a href={findingLink(id)}>
            <Figures text={showListed(message, 400)} />
          </a>
          {project !== null && <span class="soft">　{showListed(project)}</span>}
        </li>
      ))}
    </ul>
  );
};
