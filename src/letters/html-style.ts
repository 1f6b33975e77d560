import juice from 'juice';

/**
 * The letter's looks. They go into each element, since many mail programs drop style sheets. Colours are quiet; only what
 * is late is red.
 */
const LETTER_STYLE = `
.body { margin: 0; padding: 0; background: #f3f5f4; color: #1c2522; }
.page { width: 100%; background: #f3f5f4; }
.margin { padding: 24px 12px; }
.sheet {
  width: 100%; max-width: 600px; margin: 0 auto; background: #ffffff; border-radius: 6px; border-top: 4px solid #1d6b57;
  font-family: 'Noto Sans Bengali', 'Noto Sans', 'Nirmala UI', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  font-size: 16px; line-height: 1.65; text-align: left; color: #1c2522;
}
.content { padding: 24px 24px 28px; word-break: break-word; overflow-wrap: anywhere; }
.office { margin: 0; font-size: 17px; line-height: 1.5; font-weight: 700; }
.date { margin: 2px 0 0; font-size: 14px; color: #5b6763; }
.rule { margin: 16px 0; border: 0; border-top: 1px solid #e1e6e4; }
.to { margin: 0 0 4px; font-size: 15px; color: #3f4a46; }
.subject { margin: 0 0 20px; font-size: 16px; line-height: 1.55; font-weight: 700; }
.paragraph { margin: 0 0 14px; }
.group { margin: 26px 0 10px; font-size: 15px; font-weight: 700; }
.item { width: 100%; margin: 0 0 14px; }
.edge { padding: 14px 16px; border-left: 4px solid #1d6b57; background: #f6f9f8; border-radius: 0 6px 6px 0; }
.edge-overdue { border-left-color: #b3261e; background: #fcf5f4; }
.edge-today { border-left-color: #b26a00; background: #fdf8ef; }
.title { margin: 0; font-size: 17px; line-height: 1.5; font-weight: 700; }
.period { margin: 0; font-size: 14px; color: #5b6763; }
.facts { width: 100%; margin: 10px 0 0; font-size: 15px; line-height: 1.6; }
.label { width: 108px; padding: 2px 12px 2px 0; vertical-align: baseline; color: #5b6763; font-size: 14px; }
.value { padding: 2px 0; vertical-align: baseline; }
.mark { font-weight: 700; }
.ahead { color: #1d6b57; }
.today { color: #8a5200; }
.overdue { color: #a3211a; }
.list { margin: 0; padding: 0 0 0 18px; }
.entry { margin: 0; padding: 0; }
.open { display: inline-block; margin: 12px 0 2px; padding: 7px 16px; border: 1px solid #1d6b57; border-radius: 4px; color: #1d6b57; font-size: 15px; font-weight: 700; text-decoration: none; }
.quote { margin: 0; padding: 2px 0 0 14px; border-left: 2px solid #c3ccc9; }
.closing { margin: 22px 0 0; }
.footer { margin: 22px 0 0; padding: 14px 0 0; border-top: 1px solid #e1e6e4; font-size: 13px; line-height: 1.6; color: #5b6763; }
`;

/** What a style attribute cannot say, as a sheet for the programs that keep one: dark and narrow screens. */
export const SCREEN_STYLE = `
@media (prefers-color-scheme: dark) {
  .body, .page { background: #121715 !important; }
  .sheet { background: #1b2220 !important; color: #e6ebe9 !important; border-top-color: #5cb89f !important; }
  .edge { background: #222b28 !important; border-left-color: #5cb89f !important; }
  .edge-overdue { background: #2c2221 !important; border-left-color: #ff8a80 !important; }
  .edge-today { background: #2b2619 !important; border-left-color: #f0b35a !important; }
  .date, .period, .label, .footer { color: #a3b0ab !important; }
  .to { color: #c3ccc9 !important; }
  .rule, .footer { border-top-color: #35403c !important; }
  .quote { border-left-color: #35403c !important; }
  .ahead { color: #7fd1ba !important; }
  .today { color: #f3c27a !important; }
  .overdue { color: #ff9d95 !important; }
  .open { color: #7fd1ba !important; border-color: #7fd1ba !important; }
}
@media (max-width: 480px) {
  .margin { padding: 0 !important; }
  .sheet { border-radius: 0 !important; }
  .content { padding: 18px 14px 24px !important; }
  .edge { padding: 12px 12px !important; }
  .label { width: 84px !important; padding-right: 8px !important; }
}
`;

const styles = new Map<string, string>();

/**
 * The attributes of an element of these classes. The style sheet is resolved once for each set of classes rather than
 * once for each letter, which would take ten times as long as all the rest.
 */
export function look(classes: string): { readonly class: string; readonly style: string } {
  let style = styles.get(classes);
  if (style === undefined) {
    const inlined = juice(`<div class="${classes}"></div>`, { extraCss: LETTER_STYLE });
    style = /style="([^"]*)"/.exec(inlined)?.[1]?.replaceAll('&quot;', '"').replaceAll('&#39;', "'") ?? '';
    styles.set(classes, style);
  }
  return { class: classes, style };
}
