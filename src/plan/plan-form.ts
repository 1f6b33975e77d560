import type * as z from 'zod';
import { form, list, textOr } from './form.ts';
import { ownPolicyForm } from './policy-form.ts';
import { bilingual, code, date, identifier, line, mailAddress, number, oneOf, raw, yesNo } from './scalars.ts';

/** The schedules that occurrences and readings can follow without a list of days. */
const SCHEDULES = ['quarterly', 'half-yearly', 'monthly'] as const;
export type Schedule = (typeof SCHEDULES)[number];

const KINDS = ['milestone', 'recurring', 'count', 'percentage', 'report'] as const;
const language = oneOf(['bn', 'en']);
const post = identifier('the id of a post');
const evidence = oneOf(['required', 'optional']);

const tenure = form('a tenure', {
  post,
  from: date.optional(),
  to: date.optional(),
  deputy: yesNo.optional(),
});

const person = form('a person', {
  id: identifier('the id of the person, as in programmer'),
  name: bilingual,
  email: mailAddress,
  language: language.optional(),
  holds: list(
    'posts',
    textOr(
      post.transform((id) => ({ post: id }) as z.output<typeof tenure>),
      tenure,
    ),
  ),
});

const optionalPost = identifier('the id of a post, or none').optional();

/** Posts by role, for the whole plan or for one indicator; `none` takes a plan-wide post away. */
const rolePosts = {
  focalPoint: optionalPost,
  innovationOfficer: optionalPost,
  supervisor: optionalPost,
  headOfOffice: optionalPost,
  superiorAuthority: optionalPost,
};

const target = raw('a date such as 2022-03-16, or a number');

const schedule = textOr(
  oneOf(SCHEDULES),
  list(
    'occurrences',
    form('an occurrence', {
      id: identifier('the id of the occurrence, as in q1'),
      title: bilingual.optional(),
      from: date.optional(),
      due: date,
    }),
  ),
);

const indicator = form('an indicator', {
  code,
  kind: oneOf(KINDS),
  title: bilingual,
  unit: oneOf(['date', 'number', 'percent']).optional(),
  weight: number.optional(),
  target,
  due: date.optional(),
  criteria: list('criteria', form('a criterion', { percent: number, target })).optional(),
  score: oneOf(['graded', 'pro-rata']).optional(),
  zeroIfLate: yesNo.optional(),
  steps: list(
    'steps',
    form('a step', {
      id: identifier('the id of the step, as in office-order'),
      title: bilingual,
      evidence: evidence.optional(),
      anyOrder: yesNo.optional(),
    }),
  ).optional(),
  evidence: evidence.optional(),
  occurrences: schedule.optional(),
  readings: schedule.optional(),
  measure: oneOf(['cumulative', 'rate']).optional(),
  reviews: oneOf(['halfYear', 'year']).optional(),
  posts: form('the posts of an indicator', rolePosts).optional(),
  guidance: bilingual.optional(),
});

/** A plan as its file writes it, before defaults and before the checks across fields. */
export const planForm = form('a plan', {
  id: identifier('the id of the plan, as in mowca-2021-22'),
  office: form('an office', { id: identifier('the id of the office, as in mowca'), name: bilingual }),
  fiscalYear: raw('a fiscal year such as 2021-22'),
  zone: line('a zone such as Asia/Dhaka').optional(),
  language: language.optional(),
  calendar: identifier('the id of a calendar, as in bangladesh').optional(),
  policy: textOr(identifier('the id of a policy, as in standard'), ownPolicyForm).optional(),
  totalWeight: number.optional(),
  posts: list(
    'posts',
    form('a post', { id: identifier('the id of the post, as in programmer-ict'), title: bilingual }),
    1,
  ),
  people: list('people', person, 1),
  roles: form('the roles', { ...rolePosts, focalPoint: identifier('the id of a post') }),
  lastResort: post.optional(),
  activities: list(
    'activities',
    form('an activity', { code, title: bilingual, indicators: list('indicators', indicator, 1) }),
    1,
  ),
});

export type PlanForm = z.output<typeof planForm>;
export type IndicatorForm = PlanForm['activities'][number]['indicators'][number];
export type PersonForm = PlanForm['people'][number];
