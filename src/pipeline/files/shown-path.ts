export { maskPath as shownPath } from '../../../normalizers/privacy/mask-path.js';
