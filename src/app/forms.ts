/** The forms that are described under data/forms, and what their features are called. */
export { formDefinitions } from '../../normalizers/recognize/form/form-definitions.js';
export { FEATURE_TITLES } from '../../normalizers/recognize/form/form-features.js';
