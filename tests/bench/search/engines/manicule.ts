/** What of Manicule stands beside a search engine: how packs are indexed and searched, without where they are kept. */
export { parseQuery } from '../../../../lib/search/query/parse';
export { mergeSegments } from '../../../../lib/search/segment/merge';
export { searchSegments } from '../../../../lib/search/segment/search';
export { writeSegment } from '../../../../lib/search/segment/write';
