import { openStore } from 'mingzhang';

const store = await openStore('明账.db', { readOnly: true });
const options = { views: ['projects', 'costs'], region: '湖南省', year: 2024, limit: 5 };
console.log((await store.search('宣传', options)).length);
await store.close();
