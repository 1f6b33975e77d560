import type { leavesAhead } from '../../acting/take-leave.ts';
import type { PlanFace } from '../../db/queries/plan-faces.ts';
import { formatFiscalYear } from '../../i18n/format.ts';
import type { Language, Person } from '../../plan/types.ts';
import { AccountMenu } from '../parts/account-menu.tsx';
import { DoneNotice, FaultSummary, type FormFaults, InputField, SelectField, type Typed } from '../parts/fields.tsx';
import { FormToken } from '../parts/form-token.tsx';
import { Mark } from '../parts/status-mark.tsx';
import { Day } from '../parts/time.tsx';
import type { Session } from '../web-parts.ts';
import { accountWords } from '../wording/account-words.ts';

export interface LeavePageProps {
  /** The plan whose leaves are shown, and in which people a leave can be set for; null where there is none. */
  readonly plan: {
    readonly id: string;
    /** For whom this viewer may set a leave, oneself first. */
    readonly absentees: readonly Person[];
    readonly deputies: readonly Person[];
  } | null;
  /** All plans to choose from. */
  readonly plans: readonly Pick<PlanFace, 'id' | 'office' | 'fiscalYear'>[];
  readonly leaves: Awaited<ReturnType<typeof leavesAhead>>;
  /** The people who are the viewer. */
  readonly own: readonly string[];
  readonly session: Session;
  readonly language: Language;
  readonly typed?: Typed | undefined;
  readonly faults?: FormFaults | undefined;
  readonly done?: 'set' | 'ended' | undefined;
}

/** Who is away and who stands in, and the form that says so. */
export function LeavePage(props: LeavePageProps) {
  const { plan, plans, language, faults = {}, done } = props;
  const say = accountWords(language);
  return (
    <>
      <AccountMenu current="leave" language={language} />
      <div class="heading">
        <h1>{say.leave}</h1>
        <p class="lead-quiet">{say.leaveLead}</p>
      </div>
      {done && <DoneNotice>{done === 'set' ? say.leaveSet : say.leaveEnded}</DoneNotice>}
      <FaultSummary title={say.faultsTitle} faults={faults} />
      {plans.length > 1 && <PlanChoice {...props} />}
      {plan ? <Leaves {...props} /> : <p>{say.noPlan}</p>}
      {plan && plan.absentees.length > 0 && <LeaveForm {...props} plan={plan} />}
    </>
  );
}

function PlanChoice({ plan, plans, language }: LeavePageProps) {
  const say = accountWords(language);
  return (
    <form class="form" method="get" action="/account/leave">
      <SelectField
        name="plan"
        label={say.whichPlan}
        typed={{ plan: plan?.id }}
        choices={plans.map(({ id, office, fiscalYear }) => ({
          value: id,
          label: `${office[language]}, ${formatFiscalYear(fiscalYear, language)}`,
        }))}
      />
      <button class="quiet-button" type="submit">
        {say.chooseLeavePlan}
      </button>
    </form>
  );
}

function Leaves({ leaves, session, language }: LeavePageProps) {
  const say = accountWords(language);
  return (
    <>
      <h2>{say.leaveAhead}</h2>
      {leaves.length === 0 ? (
        <p class="quiet">{say.noLeave}</p>
      ) : (
        <div class="table-frame">
          <table class="list-table">
            <caption class="hidden">{say.leaveAhead}</caption>
            <thead>
              <tr>
                <th scope="col">{say.person}</th>
                <th scope="col">{say.deputy}</th>
                <th scope="col">{say.days}</th>
                <th scope="col">
                  <span class="hidden">{say.endLeave}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {leaves.map(({ leave, absent, deputy, mayEnd, hasBegun }) => (
                <tr class="row">
                  <th class="title" scope="row">
                    {absent.name[language]}
                  </th>
                  <td data-label={say.deputy}>{deputy?.name[language] ?? leave.deputy}</td>
                  <td data-label={say.days}>
                    <span>
                      <span class="nowrap">
                        <Day date={leave.from} language={language} /> –
                      </span>{' '}
                      <span class="nowrap">
                        <Day date={leave.to} language={language} />
                      </span>
                    </span>
                    {hasBegun && (
                      <span class="small">
                        <Mark name="inProgress" label={say.running} />
                      </span>
                    )}
                  </td>
                  <td data-label="">
                    {mayEnd && (
                      <form method="post" action={`/account/leave/${leave.id}/end`}>
                        <FormToken session={session} />
                        <button class="quiet-button" type="submit">
                          {hasBegun ? say.endLeave : say.takeBack}
                        </button>
                      </form>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function LeaveForm(props: LeavePageProps & { readonly plan: NonNullable<LeavePageProps['plan']> }) {
  const { plan, own, session, language, faults = {} } = props;
  const say = accountWords(language);
  const typed = props.typed ?? { person: plan.absentees.find(({ id }) => own.includes(id))?.id };
  const nameOf = ({ id, name }: Person) => (own.includes(id) ? say.self(name[language]) : name[language]);
  const choicesOf = (people: readonly Person[]) => [
    { value: '', label: say.choose },
    ...people.map((person) => ({ value: person.id, label: nameOf(person) })),
  ];
  return (
    <>
      <h2>{say.newLeave}</h2>
      <form class="form" method="post" action="/account/leave">
        <FormToken session={session} />
        <input type="hidden" name="plan" value={plan.id} />
        <SelectField
          name="person"
          label={say.person}
          typed={typed}
          faults={faults}
          choices={choicesOf(plan.absentees)}
        />
        <SelectField
          name="deputy"
          label={say.deputy}
          hint={say.deputyHint}
          typed={typed}
          faults={faults}
          choices={choicesOf(plan.deputies)}
        />
        <div class="form-row">
          <InputField
            name="from"
            label={say.firstDay}
            hint={say.dayHint}
            typed={typed}
            faults={faults}
            maxlength={40}
            required
          />
          <InputField
            name="to"
            label={say.lastDay}
            hint={say.dayHint}
            typed={typed}
            faults={faults}
            maxlength={40}
            required
          />
        </div>
        <button type="submit">{say.setLeave}</button>
      </form>
    </>
  );
}
