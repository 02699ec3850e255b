import { type RunningCommand, startCommand } from './command.js';

export interface RunningSite extends RunningCommand {
  url: string;
}

/** Starts the site over a store on a port of its own; resolves when it answers. @throws Error with what it said instead */
export async function startSite(cwd: string, db: string): Promise<RunningSite> {
  let opened: (url: string) => void = () => undefined;
  const url = new Promise<string>((resolve) => {
    opened = resolve;
  });
  const running = startCommand(cwd, ['serve', '--db', db, '--port', '0'], (line) => {
    const found = /明账已打开：(\S+)/.exec(line)?.[1];
    if (found) opened(found.replace(/\/$/, ''));
  });
  const failed = running.ended.then(({ stderr }) => {
    throw new Error(`the site did not start: ${stderr}`);
  });
  return { ...running, url: await Promise.race([url, failed]) };
}

/** A refused upload ends its connection, which must not be taken for the next request. */
const ANEW = { connection: 'close' };

/** What the page says; fails on any status but 200. */
export async function pageOf({ url }: RunningSite, path: string): Promise<string> {
  const response = await fetch(`${url}${path}`, { headers: ANEW });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}`);
  return text;
}

/** Sends files as the form of the import page does; answers the status, null where the site was gone. */
export async function upload({ url }: RunningSite, files: Record<string, string>): Promise<number | null> {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) form.append('files', new File([content], name));
  return fetch(`${url}/import/upload`, {
    method: 'POST',
    headers: ANEW,
    body: form,
    redirect: 'manual',
  }).then(
    ({ status }) => status,
    () => null,
  );
}

/** Sends a form; answers the status, null where the site was gone. */
export const post = (
  { url }: RunningSite,
  path: string,
  fields: Record<string, string>,
): Promise<number | null> =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: ANEW,
    body: new URLSearchParams(fields),
    redirect: 'manual',
  }).then(
    ({ status }) => status,
    () => null,
  );

/** Against waits that never end: a busy machine may take its time. */
const MOST_TRIES = 6_000;

/** Waits until something holds. @throws Error with the words given when it never does */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never: ${what}`);
}
