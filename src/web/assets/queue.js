/** How the queue stands, now and then anew. The page works without. */

const EVERY_MS = 5000;

async function refresh() {
  if (document.hidden) return;
  const response = await fetch(location.href);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [old, fresh] = [document.getElementById('queue-state'), page.getElementById('queue-state')];
  if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  for (const link of document.querySelectorAll('.refresh')) link.remove();
}

function follow() {
  setTimeout(
    () =>
      refresh()
        .catch(() => undefined)
        .finally(follow),
    EVERY_MS,
  );
}

for (const link of document.querySelectorAll('.refresh')) link.remove();
follow();
