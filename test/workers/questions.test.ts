import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerEscalationAs } from '../../src/acting/answer-escalation.ts';
import { explainAs } from '../../src/acting/explain.ts';
import { at, calendar } from '../engine/office.ts';
import { officeNamed, openPostOffice, type PostOffice, places } from './post-office.ts';

describe('A missed target, by real mail', () => {
  let post: PostOffice;
  beforeAll(async () => {
    post = await openPostOffice(places[0]);
  });
  afterAll(() => post?.close());

  it('is escalated, questioned and explained, each letter answering the one before', async () => {
    const plan = officeNamed('asked');
    const [indicator] = plan.activities.flatMap(({ indicators }) => indicators);
    const holder = (id: string | null) => plan.people.find(({ holds }) => holds.some((hold) => hold.post === id))!;
    const [supervisor, focal] = [holder(indicator!.posts.supervisor), holder(indicator!.posts.focalPoint)];
    const { engine, clock, database } = post.app;
    const parts = { db: database.db, engine, clock };
    post.clock.put(at('2022-02-10'));
    await engine.apply({ plan, calendar, source: 'test', by: 'test' });
    post.clock.put(at('2022-03-01'));
    await engine.run();
    const arrived = (address: string, subject: RegExp) =>
      post.smtp.waitFor((mail) => mail.to.includes(address) && subject.test(mail.parsed.subject ?? ''));
    const escalation = await arrived(supervisor.email, /^লক্ষ্যমাত্রা অর্জিত হয়নি/);

    const viewer = (email: string) => ({ address: email, isAdministrator: false });
    const about = { planId: plan.id, code: indicator!.code };
    const asked = await answerEscalationAs(parts, viewer(supervisor.email), {
      ...about,
      kind: 'explanationRequest',
      checkpoint: 'year',
      generation: 1,
      text: 'অফিস আদেশ জারি হয়নি কেন?',
    });
    const request = await arrived(focal.email, /^ব্যাখ্যা তলব/);
    expect(request.parsed.text).toContain('অফিস আদেশ জারি হয়নি কেন?');
    expect(request.parsed.text).toContain(`/plans/${plan.id}/indicators/${indicator!.code}#questions`);
    expect(request.parsed.inReplyTo).toMatch(/^<.+@.+>$/);

    const { id } = asked as { id: number };
    await explainAs(parts, viewer(focal.email), { ...about, answers: id, text: 'স্বাক্ষরের অপেক্ষায় আছে।' });
    const explanation = await arrived(supervisor.email, /^ব্যাখ্যা প্রদান/);
    expect(explanation.parsed.text).toContain('স্বাক্ষরের অপেক্ষায় আছে।');
    expect(explanation.parsed.inReplyTo).toBe(escalation.parsed.messageId);
  });
});
