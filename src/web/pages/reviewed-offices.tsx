import type { Language } from '../../plan/types.ts';
import type { ReviewedOffice } from '../../reading/reviewed-offices.ts';
import { assessmentPath } from '../paths.ts';
import { assessmentWords } from '../wording/assessment-words.ts';

/** How far the self-assessments have come that an office above reviews; a link only where there is one to read. */
export function ReviewedOffices(props: { readonly offices: readonly ReviewedOffice[]; readonly language: Language }) {
  const { offices, language } = props;
  if (offices.length === 0) return null;
  const say = assessmentWords(language);
  return (
    <section>
      <h2>{say.reviewed}</h2>
      <ul>
        {offices.map(({ plan, latest, standing }) => (
          <li>
            {latest?.sent ? (
              <a href={assessmentPath(plan.id, latest.id)}>{plan.office.name[language]}</a>
            ) : (
              plan.office.name[language]
            )}
            : {say.standings[standing]}
          </li>
        ))}
      </ul>
    </section>
  );
}
