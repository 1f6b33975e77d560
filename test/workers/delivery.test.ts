import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { titled } from '../support/available.ts';
import {
  FIRST_REMINDER,
  type LetterRow,
  officeNamed,
  openPostOffice,
  PATIENCE,
  type PostOffice,
  places,
  REMINDED,
} from './post-office.ts';

describe.each(places)('$name', (place) => {
  describe.skipIf(place.missing)(titled(`A letter on ${place.name}`, place.missing), () => {
    let post: PostOffice;
    beforeAll(async () => {
      post = await openPostOffice(place);
    });
    afterAll(() => post?.close());

    const arrivedAt = (office: string) => post.smtp.mails.filter(({ to }) => to[0]!.endsWith(`@${office}.example`));
    const whenAll = (office: string, status: string, attempts = 1) =>
      vi.waitFor(async () => {
        const letters = await post.letters(`${office}-2021-22`);
        expect(letters.map((letter) => [letter.person, letter.status, letter.attempts])).toEqual(
          REMINDED.map((person) => [person, status, attempts]),
        );
        return letters;
      }, PATIENCE);
    const ids = (letters: readonly LetterRow[]) => letters.map(({ id }) => id);

    // First of all, while there is no connection from before on which the server would speak.
    it('is given up at a server that never says a word, and tried again', async () => {
      post.smtp.setMode({ kind: 'hang', at: 'greeting' });
      await post.remind(officeNamed('silent'));
      const putOff = await whenAll('silent', 'queued');
      expect(putOff[0]!.answer).toMatch(/too long|in time/);
      post.smtp.setMode({ kind: 'accept' });
      await post.hurry(ids(putOff));
      await whenAll('silent', 'sent', 2);
      expect(arrivedAt('silent')).toHaveLength(2);
    });

    it('goes from the alarm to the inbox by itself', async () => {
      await post.remind(officeNamed('calm'));
      const mail = await post.smtp.waitFor(({ to }) => to.includes('programmer@calm.example'));
      expect(mail.parsed.subject).toContain('১.২.১');
      expect(mail.parsed.date!.getTime()).toBeGreaterThanOrEqual(FIRST_REMINDER);
      const letters = await whenAll('calm', 'sent');
      expect(
        arrivedAt('calm')
          .map(({ parsed }) => parsed.messageId)
          .sort(),
      ).toEqual(letters.map(({ headerId }) => headerId).sort());
      expect(await post.attempts(letters[0]!.id)).toMatchObject([{ attempt: 1, outcome: 'sent' }]);
    });

    it.each([
      [421, 'sender', 'busy'],
      [450, 'recipient', 'full'],
    ] as const)('is tried again half a minute after a %i', async (code, stage, office) => {
      post.smtp.setMode({ kind: 'refuse', code, at: stage, words: 'Come back later' });
      await post.remind(officeNamed(office));
      const putOff = await whenAll(office, 'queued');
      post.smtp.setMode({ kind: 'accept' });
      expect(await post.hurry(ids(putOff))).toEqual(REMINDED.map(() => 30_000));
      const [letter] = await whenAll(office, 'sent', 2);
      const tries = await post.attempts(letter!.id);
      expect(tries.map(({ outcome }) => outcome)).toEqual(['retry', 'sent']);
      // With its 421 the server hangs up, sometimes before anybody has read it.
      expect(tries[0]!.answer).toMatch(code === 421 ? /Come back later|connection/ : /450 Come back later/);
      expect(arrivedAt(office)).toHaveLength(2);
    });

    it('has failed after a 550, with the answer on record, and goes once somebody asks for it again', async () => {
      post.smtp.setMode({ kind: 'refuse', code: 550, at: 'recipient', words: 'No such user here' });
      await post.remind(officeNamed('gone'));
      const failed = await whenAll('gone', 'failed');
      expect(failed[0]!.answer).toContain('No such user here');
      expect(await post.attempts(failed[0]!.id)).toMatchObject([{ outcome: 'refused' }]);
      post.smtp.setMode({ kind: 'accept' });
      expect(await post.app.engine.sendAgain(ids(failed))).toEqual(ids(failed).sort((a, b) => a - b));
      const sent = await whenAll('gone', 'sent', 2);
      expect(arrivedAt('gone')).toHaveLength(2);
      expect(await post.app.engine.sendAgain(ids(sent))).toEqual([]);
    });

    it('that the server took without a word may come twice: the same letter, and unknown on record', async () => {
      post.smtp.setMode({ kind: 'dieAfterData', times: 2 });
      await post.remind(officeNamed('torn'));
      const open = await whenAll('torn', 'queued');
      expect(await post.attempts(open[0]!.id)).toMatchObject([
        { attempt: 1, outcome: 'unknown', answer: expect.stringContaining('Connection closed') },
      ]);
      await post.hurry(ids(open));
      const sent = await whenAll('torn', 'sent', 2);
      expect(
        arrivedAt('torn')
          .map(({ parsed }) => parsed.messageId)
          .sort(),
      ).toEqual(sent.flatMap(({ headerId }) => [headerId, headerId]).sort());
    });
  });
});
