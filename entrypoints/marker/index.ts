import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askWorker } from '../../lib/messages/page-messages';
import { createBadge } from '../../lib/page/badge';
import { createCard } from '../../lib/page/card';
import { createMarks } from '../../lib/page/marks';
import { showNotice } from '../../lib/page/notice';
import { world } from '../../lib/page/world';

/** What puts badges, cards and notices on a page: the content script loads it beside itself where there are any. */
export default defineUnlistedScript(() => {
  world.createMarker = ({ knowledge, look, isAlive }) => {
    const card = createCard((request) => askWorker('card', request));
    const marks = createMarks(knowledge, (id, by) => {
      const badge = createBadge(id, by, look(), card.open);
      for (const type of ['pointerenter', 'focus']) badge.element.addEventListener(type, isAlive);
      return badge;
    });
    return { marks, updateCard: card.update, showNotice };
  };
});
