import { readJobFile } from './read-job-file.js';
import { serveJobs } from './serve-jobs.js';

serveJobs(readJobFile);
