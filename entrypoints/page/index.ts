import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { BadgeLook } from '../../lib/markup';
import { askWorker, hearWorker } from '../../lib/messages/page-messages';
import { createBadge } from '../../lib/page/badge';
import { CardView } from '../../lib/page/card';
import { showNotice } from '../../lib/page/notice';
import { PageReader } from '../../lib/page/reader';

/** The content script: on every page, so it does nothing but compose. */
export default defineUnlistedScript(() => {
  const card = new CardView({
    card: (id) => askWorker('card', id),
    save: (id, state) => askWorker('save', { id, state }),
  });
  let look: BadgeLook;
  const reader = new PageReader(
    async (ids) => {
      const [statuses, badges] = await Promise.all([askWorker('statuses', ids), look ?? askWorker('badgeLook')]);
      look = badges;
      return statuses;
    },
    (id) => createBadge(id, look, (badge) => card.open(badge)),
  );
  hearWorker({
    statusesChanged({ ids, statuses }) {
      reader.update(statuses, ids);
      void card.update(ids);
    },
    survey: () => reader.survey(),
    notify: showNotice,
  });
  reader.start();
});
