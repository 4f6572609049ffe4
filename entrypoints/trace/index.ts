import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askWorker, hearWorker } from '../../lib/messages/page-messages';
import { createTracer } from '../../lib/page/tracer';
import { world } from '../../lib/page/world';

/** What traces the words of a page: the content script loads it beside itself when somebody asks for that. */
export default defineUnlistedScript(() => {
  world.traceWith = (reader, marks) => {
    const tracer = createTracer(reader, marks, (text) => askWorker('trace', text));
    hearWorker({ scrollToPassage: async (passage) => tracer.scrollTo(passage) });
    return tracer;
  };
});
