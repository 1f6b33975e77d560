/** Fonts of Bengali offices first, those that come with systems after them. */
export const FONTS = [
  'Nikosh',
  'Noto Serif Bengali',
  'Noto Sans Bengali',
  'SolaimanLipi',
  'Kalpurush',
  'Vrinda',
] as const;

/** What stands between Bengali in Latin letters. */
export const LATIN_FONT = 'Times New Roman';

/** The looks of a paper on the screen and in print: black on white, A4, tables that break between their rows. */
export const PAPER_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #eceff1; color: #111; font: 12pt/1.55 ${FONTS.map((font) => `"${font}"`).join(', ')}, serif; }
main { max-width: 210mm; margin: 8mm auto; padding: 18mm 18mm 14mm; background: #fff; box-shadow: 0 1px 4px rgb(0 0 0 / 25%); }
main.landscape { max-width: 297mm; }
p { margin: 0 0 0.35em; }
header { text-align: center; margin-bottom: 1.2em; }
header p { margin: 0; }
header p:first-child { font-size: 1.1em; }
h1 { font-size: 1.1em; text-align: center; text-decoration: underline; text-underline-offset: 0.3em; margin: 0 0 1.2em; line-height: 1.6; }
h2 { font-size: 1em; margin: 1.1em 0 0.3em; break-after: avoid; }
main > p { text-align: justify; }
.indented { padding-left: 1.5em; }
table { border-collapse: collapse; width: 100%; }
.facts { width: auto; margin: 0 0 1em; }
.facts th { text-align: left; font-weight: normal; vertical-align: top; padding: 0 0.8em 0.15em 0; white-space: nowrap; }
.facts td { vertical-align: top; padding: 0 0 0.15em; }
.ruled { table-layout: fixed; margin: 0.6em 0 1em; font-size: 0.92em; line-height: 1.45; }
.ruled th, .ruled td { border: 1px solid #333; padding: 0.25em 0.45em; vertical-align: top; overflow-wrap: break-word; }
.ruled th { text-align: center; background: #f1f3f4; }
.ruled td p:last-child { margin-bottom: 0; }
.ruled tr { break-inside: avoid; }
.ruled tr.long { break-inside: auto; }
.ruled thead { display: table-header-group; }
.ruled .strong td { font-weight: bold; }
.center { text-align: center; }
.right { text-align: right; }
ul { list-style: none; margin: 0 0 0.8em; padding: 0; }
li { margin: 0 0 0.2em; padding-left: 1.8em; text-indent: -1.8em; }
.aside { display: flex; justify-content: space-between; gap: 2em; margin: 0 0 1em; break-inside: avoid; }
.aside p { margin: 0; }
.signature { margin: 2.6em 0 1.6em auto; width: max-content; max-width: 60%; text-align: center; break-inside: avoid; }
.signature p { margin: 0; }
mark { background: #fff3bf; color: inherit; }
footer { margin-top: 2em; padding-top: 0.4em; border-top: 1px solid #bbb; color: #555; font-size: 0.7em; overflow-wrap: anywhere; }
@page { margin: 16mm 15mm; }
@media print {
  body { background: none; font-size: 11pt; }
  main, main.landscape { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  mark { outline: 1px dashed #888; background: none; }
}
@media (max-width: 640px) {
  main, main.landscape { margin: 0; padding: 1rem; }
  .ruled { display: block; overflow-x: auto; }
  .ruled th, .ruled td { min-width: 6em; }
}
`.trim();
