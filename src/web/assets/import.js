/** Progress of the import under way, uploads with a bar, files dropped on the form. The page works without. */

/** @typedef {{ files: number, value: number, done: string, rate: string, left: string, failures: string, slow: string[], latest: string[] }} Figures */

const EXCHANGED = ['import-state', 'import-again', 'import-log', 'unresolved'];

/** @param {ParentNode} place @param {string} selector @returns {HTMLElement | null} */
const find = (place, selector) => place.querySelector(selector);

/** @param {string} name @param {string} text */
function setText(name, text) {
  const place = find(document, `[data-figure="${name}"]`);
  if (place && place.textContent !== text) place.textContent = text;
}

/** @param {string} name @param {string[]} lines */
function setLines(name, lines) {
  const list = find(document, `[data-figure="${name}"]`);
  if (!list) return;
  list.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
}

/** @param {Figures} figures */
function showFigures(figures) {
  const bar = /** @type {HTMLProgressElement | null} */ (find(document, '[data-figure="bar"]'));
  if (bar && figures.files > 0) {
    bar.max = figures.files;
    bar.value = figures.value;
  }
  setText('done', figures.done);
  setText('rate', figures.rate);
  setText('left', figures.left);
  setText('failures', figures.failures);
  setLines('slow', figures.slow);
  setLines('latest', figures.latest);
}

/** What a person is typing into stays. @param {Element} part */
const isInUse = (part) =>
  part.contains(document.activeElement) && document.activeElement instanceof HTMLInputElement;

/** Takes over the parts of the page that an import changes. @param {Document} page */
function takeOver(page) {
  for (const id of EXCHANGED) {
    const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (old && fresh && !isInUse(old)) old.replaceWith(document.adoptNode(fresh));
  }
}

/** @param {string} text */
const parsePage = (text) => new DOMParser().parseFromString(text, 'text/html');

let isAsking = false;

/** @param {string} turn */
async function follow(turn) {
  const shown = document.getElementById('import-state')?.dataset.turn;
  if (isAsking || shown === turn) return;
  isAsking = true;
  try {
    const response = await fetch(location.href);
    if (response.ok) takeOver(parsePage(await response.text()));
  } finally {
    isAsking = false;
  }
}

const events = new EventSource('/import/events');
events.addEventListener('message', async ({ data }) => {
  /** @type {{ turn: string, figures: Figures | null }} */
  const { turn, figures } = JSON.parse(data);
  await follow(turn);
  if (figures) showFigures(figures);
});
addEventListener('pagehide', () => events.close());

/** @param {HTMLFormElement} form @param {string} message */
function refuse(form, message) {
  const place = find(form, '[data-refused]');
  if (!place) return;
  place.textContent = message;
  place.hidden = message === '';
}

/** Sends a form with files; a bar shows how much has gone. @param {HTMLFormElement} form @param {FormData} data */
function send(form, data) {
  const sending = find(form, '[data-sending]');
  const bar = form.querySelector('progress');
  const output = form.querySelector('output');
  const button = form.querySelector('button');
  const request = new XMLHttpRequest();
  const end = () => {
    if (sending) sending.hidden = true;
    if (button) button.disabled = false;
  };
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const share = total > 0 ? Math.floor((100 * loaded) / total) : 0;
    if (bar) bar.value = share;
    if (output) output.value = `已上传 ${share}%`;
  });
  request.addEventListener('load', () => {
    end();
    const page = parsePage(request.responseText);
    if (request.status === 200) {
      form.reset();
      takeOver(page);
      document.getElementById('import-state')?.scrollIntoView();
    } else refuse(form, page.querySelector('[role="alert"]')?.textContent?.trim() ?? '上传失败');
  });
  request.addEventListener('error', () => {
    end();
    refuse(form, '上传中断；请看看网站是否还在运行，再上传一次');
  });
  refuse(form, '');
  if (sending) sending.hidden = false;
  if (button) button.disabled = true;
  request.open('POST', form.action);
  request.send(data);
}

/** Files of a folder that was dropped, with their paths below it. @param {FileSystemEntry} entry @returns {Promise<File[]>} */
async function filesOf(entry) {
  if (entry.isFile) {
    const one = /** @type {FileSystemFileEntry} */ (entry);
    /** @type {File} */
    const file = await new Promise((resolve, reject) => one.file(resolve, reject));
    const path = entry.fullPath.replace(/^\//, '');
    return [path.includes('/') ? new File([file], path, { type: file.type }) : file];
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {File[]} */
  const files = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return files;
    for (const each of entries) files.push(...(await filesOf(each)));
  }
}

const form = /** @type {HTMLFormElement | null} */ (find(document, 'form[data-upload]'));
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  send(form, new FormData(form));
});
form?.addEventListener('dragover', (event) => {
  event.preventDefault();
  form.classList.add('over');
});
form?.addEventListener('dragleave', () => form.classList.remove('over'));
form?.addEventListener('drop', async (event) => {
  event.preventDefault();
  form.classList.remove('over');
  const entries = [...(event.dataTransfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files = (await Promise.all(entries.map(filesOf))).flat();
  if (files.length === 0) return;
  const data = new FormData(form);
  for (const file of files) data.append('files', file, file.name);
  send(form, data);
});
const drop = find(document, '[data-drop]');
drop?.prepend('可把文件或文件夹拖到这里。');
for (const link of document.querySelectorAll('.refresh')) link.remove();
