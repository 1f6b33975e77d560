import type { PersonEvent } from '../../../machines/types.ts';
import { localDate } from '../../calendar/local-time.ts';
import { formatDate } from '../../i18n/format.ts';
import { words } from '../../i18n/words.ts';
import type { Language } from '../../plan/types.ts';
import { isRunning } from '../../reading/running.ts';
import type { IndicatorPageFacts } from '../indicator-reading.ts';
import { owedNext } from '../parts/deadline.tsx';
import { DoneNotice } from '../parts/fields.tsx';
import { postTitles } from '../parts/people.ts';
import { progressOf } from '../parts/progress.tsx';
import { actWords } from '../wording/act-words.ts';
import { wordingIn } from '../wording/wording.ts';
import { objectOf } from './indicator-timeline.tsx';

/** What was recorded just now, how it stands with that, and what comes next. */
export function RecordedNotice(props: {
  readonly event: PersonEvent;
  readonly facts: IndicatorPageFacts;
  readonly language: Language;
}) {
  const { event, facts, language } = props;
  const { plan, indicator, view, ahead } = facts;
  const say = actWords(language);
  const what = objectOf(event, indicator, language);
  const progress = progressOf(facts, language);
  const status = words(language).workStatus[view.status];
  const [next] = ahead;
  return (
    <DoneNotice>
      <p>
        <strong>
          {wordingIn(language).acted[event.type]}
          {what !== null && `: ${what}`}
        </strong>
      </p>
      <p>
        {say.doneNow(isRunning(facts) && progress !== null ? `${status}, ${progress.text}` : status)}{' '}
        {isRunning(facts) && `${say.stillDue(nextThing(facts, language), formatDate(view.due, language))} `}
        {next
          ? say.nextNotice(
              formatDate(localDate(next.at, plan.zone), language),
              postTitles(plan, next.to, language).join('; '),
            )
          : say.noNotice}
      </p>
    </DoneNotice>
  );
}

/** The step, occurrence or target that is owed next, by its title. */
function nextThing(facts: IndicatorPageFacts, language: Language): string {
  const { indicator, view } = facts;
  const step = indicator.steps.find(({ id }) => id === view.stepsLeft[0]);
  return owedNext(facts, language) ?? step?.title[language] ?? indicator.title[language];
}
