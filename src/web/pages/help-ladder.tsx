import { rungTitle, words } from '../../i18n/words.ts';
import type { Language, Policy, Role } from '../../plan/types.ts';
import { capital } from '../wording/capital.ts';
import { helpWords } from '../wording/help-words.ts';

interface LadderProps {
  readonly policy: Policy;
  /** The plan whose policy it is; null for the standard one. */
  readonly planTitle: string | null;
  readonly language: Language;
}

/** Who is told when around a deadline, as a policy says. */
export function HelpLadder({ policy, planTitle, language }: LadderProps) {
  const say = helpWords(language);
  const { hour, reminders, escalations, followUp } = policy;
  const rows: { readonly when: string; readonly to: readonly Role[] }[] = [
    { when: say.daysBefore(reminders.daysBefore, reminders.onTheDay), to: reminders.to },
    ...escalations.map(({ to, workingDaysAfter: days }) => ({
      when: rungTitle(days === 1 ? '1-working-day-after' : `${days}-working-days-after`, language),
      to,
    })),
    ...(followUp ? [{ when: say.followUp(followUp.everyDays), to: followUp.to }] : []),
  ];
  return (
    <table class="help-ladder">
      <caption>{planTitle === null ? say.standardLadder(hour) : say.ladderOf(planTitle, hour)}</caption>
      <thead>
        <tr>
          <th scope="col">{say.when}</th>
          <th scope="col">{say.whoIsTold}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ when, to }) => (
          <tr>
            <td>{when}</td>
            <td>{capital(to.map((role) => words(language).role[role]).join(', '))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
