/** Progress of the collection under way. The page works without. */

const EVERY_MS = 2000;

const isRunning = () => document.getElementById('collect-state')?.dataset.running === '1';

async function refresh() {
  const response = await fetch(location.href);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [old, fresh] = [document.getElementById('collect-state'), page.getElementById('collect-state')];
  if (!old || !fresh) return;
  // When it has ended the form comes back too.
  if (fresh.dataset.running !== '1') return location.reload();
  old.replaceWith(document.adoptNode(fresh));
  for (const link of document.querySelectorAll('.refresh')) link.remove();
}

function follow() {
  if (!isRunning()) return;
  setTimeout(() => refresh().finally(follow), EVERY_MS);
}

for (const link of document.querySelectorAll('.refresh')) link.remove();
follow();
