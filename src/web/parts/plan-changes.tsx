import { formatCode, formatDate, formatNumber } from '../../i18n/format.ts';
import type { Change, FieldChange } from '../../plan/plan-difference.ts';
import type { Language } from '../../plan/types.ts';
import { fieldWords, planChangeWords } from '../wording/plan-change-words.ts';

/** What differs between two plans, part by part and field by field. */
export function PlanChanges({ changes, language }: { changes: readonly Change[]; language: Language }) {
  const say = planChangeWords(language);
  if (changes.length === 0) return <p class="empty">{say.nothing}</p>;
  return (
    <ol class="changes">
      {changes.map(({ subject, id, change, title, fields }) => (
        <li class={`change change-${change}`}>
          <p>
            <span class="change-mark">{say.change[change]}</span>
            {` ${say.subject[subject]} `}
            <strong>{subject === 'indicator' || subject === 'activity' ? formatCode(id, language) : id}</strong>
            {title[language] === id ? '' : `: ${title[language]}`}
          </p>
          {fields.length > 0 && (
            <dl>
              {fields.map((field) => (
                <>
                  <dt title={field.field}>{fieldWords(field.field, language)}</dt>
                  <dd>
                    <del>{shown(field.before, language)}</del>
                    {' → '}
                    <ins>{shown(field.after, language)}</ins>
                  </dd>
                </>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}

function shown(value: FieldChange['before'], language: Language): string {
  const say = planChangeWords(language);
  if (value === null || value === '') return say.none;
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (typeof value === 'number') return formatNumber(value, language);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, language) : value;
}
