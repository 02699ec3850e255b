export { maskPath as shownPath } from '../../../normalizers/parse/privacy/mask-path.js';
