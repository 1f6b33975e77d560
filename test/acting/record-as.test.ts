import { expect, it } from 'vitest';
import type { PersonAction } from '../../machines/types.ts';
import { type ActingParts, recordAs } from '../../src/acting/record-as.ts';
import { describeEngine } from '../engine/desk.ts';
import { indicatorOf } from '../machines/office.ts';
import { EVERY_POST_HELD, personWho, staffed } from '../notices/staffed.ts';

const idea = indicatorOf('milestone', { code: '1.1.1' });
const plan = staffed([...EVERY_POST_HELD, personWho('reader')], [idea]);
const who = (address: string) => ({ address: `${address}@office.example`, isAdministrator: false });
const hold: PersonAction = { type: 'suspend', reason: 'Flood' };
const goOn: PersonAction = { type: 'resume', reason: null };

describeEngine('Somebody who acts', (desk) => {
  async function office() {
    const { apply, engine, clock } = desk.engine('2021-08-02');
    await apply(plan);
    const parts: ActingParts = { db: desk.database.db, engine, clock: { now: () => clock.now, waitFor: () => 0 } };
    return {
      clock,
      act: (address: string, action: PersonAction, seen?: number, code = '1.1.1') =>
        recordAs(parts, who(address), { planId: plan.id, code, action, seen }),
    };
  }

  it('does so in the post that allows it, and the record names both', async () => {
    const { act } = await office();
    const answer = await act('the-head', hold);
    expect(answer).toMatchObject({ outcome: 'answered', refusal: null, change: { status: 'onHold' } });
    const [row] = await desk.rows(`select entry -> 'by' as by from event_log where entry ->> 'type' = 'suspend'`);
    expect(row).toEqual({ by: { post: 'head', person: 'the-head' } });
  });

  it('is told who may, where the own posts do not allow it, and nothing is recorded', async () => {
    const { act } = await office();
    expect(await act('the-focal', hold)).toMatchObject({
      outcome: 'forbidden',
      verdict: { code: 'notEntitled', needs: ['innovationOfficer', 'headOfOffice'] },
    });
    expect(await desk.rows(`select 1 from event_log where entry ->> 'type' = 'suspend'`)).toEqual([]);
  });

  it('is not told that a plan exists which does not name the person', async () => {
    const { act } = await office();
    expect(await act('stranger', hold)).toEqual({ outcome: 'notFound' });
    expect(await act('the-head', hold, undefined, '9.9.9')).toEqual({ outcome: 'notFound' });
  });

  it('is told what others did meanwhile, and changes nothing over it', async () => {
    const { act } = await office();
    await act('the-head', hold, 1);
    const answer = await act('the-innovation', goOn, 1);
    expect(answer).toMatchObject({ outcome: 'answered', change: null, meanwhile: [{ type: 'suspend' }] });
    expect(await act('the-innovation', goOn, 2)).toMatchObject({ change: { status: 'notStarted' }, meanwhile: [] });
  });

  it('is not held up by a reminder that went out meanwhile', async () => {
    const { act, clock } = await office();
    clock.now += 200 * 24 * 3_600_000;
    const answer = await act('the-head', hold, 1);
    expect(answer).toMatchObject({ meanwhile: [], change: { status: 'onHold' } });
    const [row] = await desk.rows<{ count: number }>(
      `select count(*) as count from event_log where entry ->> 'type' = 'fire'`,
    );
    expect(row!.count).toBeGreaterThan(0);
  });
});
