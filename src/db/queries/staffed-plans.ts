import type { Leave, Person, Post, RolePosts } from '../../plan/types.ts';
import { type Database, query } from '../database.ts';
import { LEAVES } from './plans.ts';

/** Who holds what in a plan, without the rest of it: a person above may be named by a thousand plans. */
export interface StaffedPlanRow {
  readonly id: string;
  readonly zone: string;
  readonly posts: readonly Post[];
  readonly people: readonly Person[];
  readonly leaves: readonly Leave[] | null;
  /** The ways in which its indicators are staffed, each once. */
  readonly roles: readonly RolePosts[] | null;
  /** The posts that have to carry out what its meetings decided. */
  readonly tasked: readonly string[] | null;
}

/** The plans that name a person with this address, however its letters are cased. */
export function staffedPlans(db: Database, address: string): Promise<StaffedPlanRow[]> {
  return query<StaffedPlanRow>(
    db,
    {
      name: 'staffed-plans',
      text: `
        select id, part.zone, part.posts, part.people, ${LEAVES},
          (select jsonb_agg(distinct one) from jsonb_path_query(part.activities, '$[*].indicators[*].posts') as one) as roles,
          (
            select json_agg(distinct action_item.post)
            from meeting join action_item on action_item.meeting_id = meeting.id where meeting.plan_id = plan.id
          ) as tasked
        from plan
        -- A body is large and stored apart: it is unpacked once.
        cross join lateral jsonb_to_record(body) as part (zone text, posts jsonb, people jsonb, activities jsonb)
        where exists (
          select from jsonb_array_elements(part.people) as person where lower(person->>'email') = lower($1))`,
    },
    [address],
  );
}
