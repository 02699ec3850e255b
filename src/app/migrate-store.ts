/** A whole store from one engine to another; both are chosen as `openStore` chooses. */
export { copyStore } from '../store/copy-store.js';
