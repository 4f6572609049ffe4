import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readFacts } from '../../lib/arxiv-page/read-facts';
import { askWorker, hearWorker } from '../../lib/messages/page-messages';
import { lookedAt } from '../../lib/page/loading';

/**
 * The content script on arXiv's own pages: it reads nothing until it is asked what the page says of a paper, and tells
 * nothing but that an abstract page is looked at.
 */
export default defineUnlistedScript(() => {
  hearWorker({ facts: async (ids) => readFacts(document, location.href, ids) });
  if (location.pathname.startsWith('/abs/')) {
    // Without an answer nothing is lost but what this page could have said.
    lookedAt()
      .then(() => askWorker('visited'))
      .catch(() => undefined);
  }
});
