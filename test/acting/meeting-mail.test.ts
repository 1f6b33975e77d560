import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeMeetingAs, planMeetingAs, sendMeetingNoticeAs } from '../../src/acting/arrange-meetings.ts';
import { findMessage } from '../../src/db/queries/messages.ts';
import { deliverMessage } from '../../src/engine/deliver-message.ts';
import { openTransport } from '../../src/mail/transport.ts';
import { describeEngine } from '../engine/desk.ts';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts';
import { meetingDesk, OFFICER, REVIEW, REVIEWED } from './meeting-desk.ts';

const THIS = { planId: REVIEWED.id, number: 1 };

describeEngine('The notice of a meeting', (desk) => {
  const open = meetingDesk(desk);
  let smtp: TestSmtpServer;
  beforeAll(async () => {
    smtp = await startSmtpServer();
  });
  afterAll(() => smtp.close());

  it('arrives by mail with the meeting for a calendar, once to each, and the change as an answer to it', async () => {
    const { parts, bells } = await open();
    const transport = openTransport({
      smtpUrl: smtp.url(),
      outboxDir: '/nowhere',
      from: 'Suchok <suchok@office.example>',
    });
    const deliver = async (id: number) => {
      const terms = { realNow: () => Date.now(), now: () => parts.clock.now(), lease: 60_000 };
      return deliverMessage(parts.db, id, {
        ...terms,
        send: ({ headerId: messageId, address: to, createdAt: date, inReplyTo, ...letter }) =>
          transport.send({ ...letter, to, date, messageId, inReplyTo, references: inReplyTo ? [inReplyTo] : [] }),
      });
    };
    await planMeetingAs(parts, OFFICER, REVIEW);
    await sendMeetingNoticeAs(parts, OFFICER, { ...THIS, by: 'letter' });
    expect(bells.mail).toHaveLength(3);
    // A bell that rings twice sends nothing twice.
    for (const id of [...bells.mail, ...bells.mail]) await deliver(id);
    await changeMeetingAs(parts, OFFICER, { ...THIS, time: '15:00' });
    for (const id of bells.mail.slice(3)) await deliver(id);
    await transport.close();

    expect(smtp.mails.map(({ to }) => to[0]).sort()).toEqual(
      ['focal', 'focal', 'head', 'head', 'supervisor', 'supervisor'].map((post) => `the-${post}@office.example`),
    );
    const [notice, changed] = smtp.mails.filter(({ to }) => to[0] === 'the-focal@office.example');
    expect(notice!.parsed.subject).toBe('সভার নোটিশ: পর্যালোচনা সভা, ২১ সেপ্টেম্বর ২০২১');
    const [file] = notice!.parsed.attachments;
    expect(file).toMatchObject({ filename: 'meeting.ics', contentType: 'text/calendar' });
    expect(notice!.raw).toContain('method=PUBLISH');
    expect(file!.content.toString()).toContain('DTSTART:20210921T050000Z');
    expect(changed!.parsed.inReplyTo).toBe(notice!.parsed.messageId);
    expect(changed!.parsed.attachments[0]!.content.toString()).toContain('DTSTART:20210921T090000Z');
    expect(await findMessage(parts.db, bells.mail[0]!)).toMatchObject({ class: 'meetingNotice', status: 'sent' });
  });
});
