/**
 * What goes on elsewhere, now and then anew: the element that says with `data-follow` how many milliseconds lie between two
 * looks. The page works without.
 */

/** @param {Document} page @returns {HTMLElement | null} */
const followed = (page) => page.querySelector('[data-follow]');

function removeLinks() {
  for (const link of document.querySelectorAll('.refresh')) link.remove();
}

async function refresh() {
  if (document.hidden) return;
  const response = await fetch(location.href);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = followed(page);
  // When it has ended the rest of the page is another too.
  if (!fresh) return location.reload();
  followed(document)?.replaceWith(document.adoptNode(fresh));
  removeLinks();
}

function follow() {
  const pause = followed(document)?.dataset.follow;
  if (pause === undefined) return;
  const again = () =>
    refresh()
      .catch((error) => console.warn(error))
      .finally(follow);
  setTimeout(again, Number(pause));
}

if (followed(document)) removeLinks();
follow();
