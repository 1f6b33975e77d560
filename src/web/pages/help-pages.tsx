import type { Child } from 'hono/jsx';
import type { Language } from '../../plan/types.ts';
import type { HelpText } from '../help/help-text.ts';
import { HELP_TOPICS } from '../help/topics.ts';
import type { HelpPicture } from '../help-assets.ts';
import { API_DOCS_PATH, helpPath, signInPath } from '../paths.ts';
import { helpWords } from '../wording/help-words.ts';

interface ReaderProps {
  readonly language: Language;
  readonly isSignedIn: boolean;
}

/** The topics of the help. */
export function HelpIndexPage({ language, isSignedIn }: ReaderProps) {
  const say = helpWords(language);
  return (
    <div class="help">
      <h1>{say.help}</h1>
      <p class="lead">{say.lead}</p>
      <ul class="help-topics">
        {HELP_TOPICS.map(({ id, text }) => (
          <li>
            <a href={helpPath(id)}>{text[language].title}</a>
            <span class="quiet">{text[language].lead}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={API_DOCS_PATH}>{say.forPrograms}</a>
      </p>
      {!isSignedIn && <SignIn language={language} />}
    </div>
  );
}

interface TopicProps extends ReaderProps {
  readonly id: string;
  readonly text: HelpText;
  readonly children: Child;
}

/** One topic, and the way to the others. */
export function HelpTopicPage({ id, text, children, language, isSignedIn }: TopicProps) {
  const say = helpWords(language);
  return (
    <div class="help">
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {children}
      <nav class="help-others" aria-label={say.otherTopics}>
        <h2>{say.otherTopics}</h2>
        <ul>
          {HELP_TOPICS.filter((topic) => topic.id !== id).map((topic) => (
            <li>
              <a href={helpPath(topic.id)}>{topic.text[language].title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {!isSignedIn && <SignIn language={language} />}
    </div>
  );
}

/** A picture of the product; browsers fetch it when somebody comes near it, and show it larger on a click. */
export function Picture({ picture, alt }: { readonly picture: HelpPicture; readonly alt: string }) {
  const { path, width, height } = picture;
  return (
    <p class="help-picture">
      <a href={path}>
        <img src={path} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
      </a>
    </p>
  );
}

function SignIn({ language }: { readonly language: Language }) {
  return (
    <p>
      <a href={signInPath()}>{helpWords(language).toSignIn}</a>
    </p>
  );
}
