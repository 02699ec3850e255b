import { collectAddresses } from '../../app/collect-addresses.js';
import type { HostFigures } from '../../collect/run/collect-summary.js';
import { explainError } from '../../model/explain-error.js';
import { type JobLine, serveJobs } from '../../processes/serve-jobs.js';
import type { CollectEnd, CollectProgress, CollectTask } from './collect-task.js';

const MOST_LATEST = 8;

/** Collects in a process of its own; what came is kept when it is stopped, or the parent is gone. */
serveJobs<CollectTask>(carryOut, { orphaned: 'stops' });

async function carryOut(
  { addresses, folder, contact, titles, year, depth, pages, pause, quota, allowPrivate }: CollectTask['job'],
  { progress, stopped }: JobLine<CollectTask>,
): Promise<CollectEnd> {
  const hosts = new Map<string, HostFigures>();
  const warnings: string[] = [];
  let latest: CollectProgress['latest'] = [];
  try {
    const summary = await collectAddresses({
      list: { kind: 'text', text: addresses },
      folder,
      contact,
      selection: { titles, ...(year !== null && { year }) },
      depth,
      pages,
      pause: pause * 1000,
      quota,
      allowPrivate,
      signal: stopped,
      warn: (message) => warnings.push(message),
      report: ({ host, waiting, url, ending, name, reason }) => {
        hosts.set(host.host, host);
        latest = [{ url, ending, name, reason }, ...latest].slice(0, MOST_LATEST);
        progress({ hosts: [...hosts.values()], waiting, latest });
      },
    });
    return { kind: 'done', summary, warnings };
  } catch (error) {
    return { kind: 'failed', message: explainError(error) };
  }
}
