import { formatFiscalYear } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { assessmentPath } from '../paths.ts';
import type { WaitingAssessment } from '../waiting-assessments.ts';
import { assessmentWords } from '../wording/assessment-words.ts';

/** The self-assessments that wait for the reader; nothing where none does. */
export function WaitingAssessments(props: {
  readonly items: readonly WaitingAssessment[];
  readonly language: Language;
}) {
  const { items, language } = props;
  if (items.length === 0) return null;
  const say = assessmentWords(language);
  return (
    <section>
      <h2>{say.waiting}</h2>
      <ul class="waiting">
        {items.map(({ plan, assessment }) => (
          <li class="waiting-item">
            <p class="quiet">
              {plan.office.name[language]}, {formatFiscalYear(plan.fiscalYear, language)}
            </p>
            <p class="waiting-title">
              <a href={assessmentPath(plan.id, assessment.id)}>
                {say.title}: {say.periods[assessment.period]}
              </a>
              <span class="small">{say.statuses[assessment.status]}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
