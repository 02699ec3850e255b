import { openStore } from 'mingzhang';

/** 只查不改：库必须已在；不建立、不升级、不写。 */
const store = await openStore('明账.db', { readOnly: true });
console.log(store.path);
await store.close();
