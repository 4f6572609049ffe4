import type { Library } from '../library';
import { sendMessage } from '../messages/protocol';
import { announce } from './announce';
import { passOnAllTitles } from './for-pages';
import { stayAwake } from './stay-awake';

/** What is done with packs, and who is told of it. */
export interface BackgroundPacks {
  switch(name: string, isOn: boolean): Promise<void>;
  remove(name: string): Promise<void>;
  end(intake: number): ReturnType<Library['packs']['end']>;
  cancel(intake: number): Promise<void>;
  /** To be called when the browser starts: nobody goes on with what was left then, but for these intakes. */
  clearUp(but: readonly number[]): Promise<void>;
}

export function packsIn(library: Library): BackgroundPacks {
  const { packs } = library;

  /** Every page may have papers that are known now, or are no longer. */
  async function tell(): Promise<void> {
    tellOfPacks();
    await announce(library, []);
    passOnAllTitles(library).catch(untilNextTime);
    tidy();
  }

  /** Nobody waits for it. */
  function tidy(): void {
    stayAwake(packs.tidy()).catch(untilNextTime);
  }

  return {
    async switch(name, isOn) {
      await packs.switch(name, isOn);
      await tell();
    },
    async remove(name) {
      await packs.remove(name);
      await tell();
    },
    async end(intake) {
      const ended = await packs.end(intake);
      await tell();
      return ended;
    },
    async cancel(intake) {
      await packs.cancel(intake);
      tidy();
    },
    async clearUp(but) {
      await packs.takeBack(but);
      await stayAwake(packs.tidy());
    },
  };
}

/** Lets the pages of the extension know that the packs, or what is being fetched for them, stand otherwise. */
export function tellOfPacks(): void {
  sendMessage('packsChanged', undefined).catch(nobodyThere);
}

/** The next start of the browser tries again. */
function untilNextTime(): void {}

/** No page of the extension is open. */
function nobodyThere(): void {}
