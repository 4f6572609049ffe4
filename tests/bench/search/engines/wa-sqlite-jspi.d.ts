/** What the package's own types leave out: a build of the same form as its others. */
declare module '@journeyapps/wa-sqlite/dist/wa-sqlite-jspi.mjs' {
  export { default } from '@journeyapps/wa-sqlite/dist/wa-sqlite-async.mjs';
}
