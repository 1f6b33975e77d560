import type { StoredAssessment } from '../../db/queries/assessments.ts';
import { formatCode } from '../../i18n/format.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { postTitle } from '../parts/people.ts';
import { Day, Moment } from '../parts/time.tsx';
import { assessmentPath, indicatorPath } from '../paths.ts';
import { assessmentWords } from '../wording/assessment-words.ts';
import { capital } from '../wording/capital.ts';

interface Props {
  readonly plan: Plan;
  readonly assessment: StoredAssessment;
  readonly language: Language;
}

/** How far a self-assessment has come, by whom and when. */
export function StageLine({ plan, assessment, language }: Props) {
  const say = assessmentWords(language);
  return (
    <dl class="counts">
      {(['prepared', 'approved', 'sent', 'judged'] as const).map((stage) => {
        const by = assessment[stage];
        const label = stage === 'judged' && by !== null ? say.statuses[assessment.status] : say.stages[stage];
        return (
          <div class="count">
            <dt>{label}</dt>
            <dd>
              {by === null ? (
                <span class="quiet">– {say.pending}</span>
              ) : (
                <>
                  ✓ <Moment at={by.at} zone={plan.zone} language={language} />
                  <span class="small">{capital(postTitle(plan.posts, by.post, language))}</span>
                </>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What identifies the document: the same facts, the same bytes. */
export function AssessmentFacts({ plan, assessment, language }: Props) {
  const say = assessmentWords(language);
  const { until, memo, documentHash, recordHash, indicatorCode, judgement } = assessment;
  const path = assessmentPath(plan.id, assessment.id);
  return (
    <>
      <p class="document-files">
        {say.download}:{' '}
        {(['docx', 'xlsx', 'html'] as const).map((ending) => (
          <>
            <a href={`${path}/document/${ending}`}>{ending}</a>{' '}
          </>
        ))}
      </p>
      <dl class="facts">
        <dt>{say.until}</dt>
        <dd>
          <Day date={until} language={language} />
        </dd>
        {indicatorCode !== null && (
          <>
            <dt>{say.achieves}</dt>
            <dd>
              <a href={indicatorPath(plan.id, indicatorCode)}>{formatCode(indicatorCode, language)}</a>
            </dd>
          </>
        )}
        {memo !== null && (
          <>
            <dt>{say.memo}</dt>
            <dd class="as-typed">{memo}</dd>
          </>
        )}
        <dt>{say.hash}</dt>
        <dd class="hash">
          <code>{documentHash}</code>
        </dd>
        <dt>{say.record}</dt>
        <dd class="hash">
          <code>{recordHash}</code>
        </dd>
        {judgement !== null && (
          <>
            <dt>{say.judgedWord}</dt>
            <dd class="as-typed">{judgement}</dd>
          </>
        )}
      </dl>
    </>
  );
}
