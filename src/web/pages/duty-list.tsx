import { formatCode, formatFiscalYear } from '../../i18n/format.ts';
import { progressText } from '../../i18n/progress.ts';
import { words } from '../../i18n/words.ts';
import type { Language } from '../../plan/types.ts';
import type { Duty } from '../../reading/my-work.ts';
import { owedNext, TimeLeft } from '../parts/deadline.tsx';
import { postTitle } from '../parts/people.ts';
import { Day } from '../parts/time.tsx';
import { indicatorPath } from '../paths.ts';
import { capital } from '../wording/capital.ts';
import { myWorkWords } from '../wording/my-work-words.ts';
import { wordingIn } from '../wording/wording.ts';

interface Props {
  readonly duties: readonly Duty[];
  /** Where there is but one plan, its office is not said with each. */
  readonly isOnePlan: boolean;
  readonly language: Language;
}

/** Things owed, each with what is to be done next and one way to do it. */
export function DutyList({ duties, isOnePlan, language }: Props) {
  const say = myWorkWords(language);
  const common = wordingIn(language);
  return (
    <ul class="duties">
      {duties.map((duty) => {
        const { plan, indicator, view } = duty;
        const title = `${formatCode(indicator.code, language)} ${indicator.title[language]}`;
        const path = indicatorPath(plan.id, indicator.code);
        return (
          <li class={duty.daysLeft < 0 ? 'duty duty-late' : 'duty'}>
            <div>
              <a class="duty-title" href={path}>
                {title}
              </a>
              {!isOnePlan && (
                <span class="small">
                  {plan.office.name[language]}, {formatFiscalYear(plan.fiscalYear, language)}
                </span>
              )}
              <p>{nextThing(duty, language)}</p>
              {indicator.guidance && (
                <p class="small">
                  {common.guidance}: {indicator.guidance[language]}
                </p>
              )}
              <p class="small">
                {say.as}: {partsOf(duty, language)}
              </p>
            </div>
            <div class="duty-when">
              <TimeLeft row={duty} language={language} />
              <span class="small">
                {common.due}: <Day date={view.due} language={language} />
              </span>
            </div>
            <a class="act" href={`${path}#record`} aria-label={say.recordOf(title)}>
              {say.record}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** The step, the occurrence or the reading that is owed next, and how far it has come. */
function nextThing(duty: Duty, language: Language): string {
  const say = myWorkWords(language);
  const { indicator, view } = duty;
  const step = indicator.steps.find(({ id }) => view.stepsLeft.includes(id));
  const owed = owedNext(duty, language);
  const progress = typeof indicator.target === 'string' ? null : progressText(indicator, view, language);
  const soFar = progress === null ? null : `${say.soFar}: ${progress}`;
  const next = step ? `${say.nextStep}: ${step.title[language]}` : null;
  return [next, owed, soFar].filter(Boolean).join(' · ') || say.declare;
}

/** In which posts one owes it: the part and the post's title, each once. */
function partsOf({ plan, as }: Duty, language: Language): string {
  const parts = as.map(({ capacity, post }) => {
    const role = capital(words(language).role[capacity as 'focalPoint' | 'innovationOfficer']);
    return post === null ? role : `${role} (${postTitle(plan.posts, post, language)})`;
  });
  return [...new Set(parts)].join('; ');
}
