/** In a process kept for several owners: works in the folder of whoever sends the message; its last one may be gone. */
process.prependListener('message', ({ folder }) => {
  if (folder !== undefined) process.chdir(folder);
});
