import type * as z from 'zod';
import { form, list, textOr } from './form.ts';
import { identifier, oneOf, timeOfDay, wholeNumber, yesNo } from './scalars.ts';
import { ROLES } from './types.ts';

const role = oneOf(ROLES);

/** One role alone, or a list of them. */
const roles = textOr(
  role.transform((one) => [one]),
  list('roles', role),
);

const shape = {
  hour: timeOfDay.optional(),
  reminders: form('the reminders', {
    to: roles,
    daysBefore: list('numbers of days', wholeNumber(1)),
    onTheDay: yesNo.optional(),
  }),
  escalations: list('escalations', form('an escalation', { to: roles, workingDaysAfter: wholeNumber(1) })).optional(),
  followUp: form('the follow-up', { to: roles, everyDays: wholeNumber(1) }).optional(),
};

const id = identifier('the id of the policy, as in standard');

/** A policy as a file of its own writes it. */
export const policyForm = form('a policy', { id, ...shape });

/** A policy as a plan brings it along; its id is the plan's where it states none. */
export const ownPolicyForm = form('a policy', { id: id.optional(), ...shape });

export type PolicyForm = z.output<typeof ownPolicyForm>;
