import type { HelpText } from './help-text.ts';

export const WORDS_EN: HelpText = {
  title: 'Words',
  lead: 'What the words of work plans mean here.',
  content: () => (
    <dl class="help-words">
      <dt>Work plan</dt>
      <dd>What an office has agreed to do in a fiscal year, from 1 July to 30 June.</dd>
      <dt>Activity</dt>
      <dd>A part of the plan, with one indicator or several.</dd>
      <dt>Indicator</dt>
      <dd>What is measured, with a code such as 1.1.1.</dd>
      <dt>Target</dt>
      <dd>The date, number or percentage that is to be reached.</dd>
      <dt>Weight</dt>
      <dd>How much an indicator counts in the score.</dd>
      <dt>Last day</dt>
      <dd>The day until whose end the target is met in time.</dd>
      <dt>Step</dt>
      <dd>A part of the way to a target, such as “office order issued”.</dd>
      <dt>Occurrence</dt>
      <dd>One period’s share of a recurring indicator, such as the meeting of a quarter.</dd>
      <dt>Reading</dt>
      <dd>A percentage as it stood on a day.</dd>
      <dt>Evidence</dt>
      <dd>The paper that shows it: an office order, minutes, a report; by memo number or as a file.</dd>
      <dt>Post</dt>
      <dd>An office that people hold for a time. Rights and letters belong to it, not to a person.</dd>
      <dt>Focal point</dt>
      <dd>Does the work of an indicator, and records it.</dd>
      <dt>Innovation officer</dt>
      <dd>Keeps the plan’s record for the office.</dd>
      <dt>Supervisor, head of office, superior authority</dt>
      <dd>Those who are told, one after the other, when a target is missed.</dd>
      <dt>Deputy</dt>
      <dd>Stands in while nobody is in charge of a post, or while its holder is on leave.</dd>
      <dt>Policy</dt>
      <dd>Says who is told when before and after a last day.</dd>
      <dt>Notice, message</dt>
      <dd>A notice says that somebody is to be told of an indicator; a message is the letter with all of a morning.</dd>
    </dl>
  ),
};
