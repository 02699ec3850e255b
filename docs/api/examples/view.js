import { VIEWS } from 'mingzhang';

const view = VIEWS.find(({ name }) => name === 'indicators');
console.log(view.title, view.meaning);
