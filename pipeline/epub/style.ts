import { overlayClasses } from './package/overlay-metadata.ts';

/**
 * The style of the book. The reader's font, size, spacing and colours rule: body text is left alone, sizes are relative,
 * and nothing sets a text colour or a page colour. Lines and shades are translucent grey, which shows on paper of any colour.
 */
export const styleSheet = `@charset "utf-8";

/* The page */
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body > section, body > nav { max-width: 38em; margin: 0 auto; }
section { overflow-wrap: break-word; }
p { margin: 0.75em 0; orphans: 2; widows: 2; }
a { color: inherit; text-decoration: underline; text-decoration-thickness: 0.06em; text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible { outline: 0.15em solid currentColor; outline-offset: 0.15em; }
hr { width: 5em; margin: 2em auto; border: 0; border-top: 0.07em solid rgba(128, 128, 128, 0.8); }

/* Headings */
h1, h2, h3, h4, h5, h6 {
  margin: 1.8em 0 0.6em; line-height: 1.25; font-weight: bold; text-align: start;
  -webkit-hyphens: none; hyphens: none; break-after: avoid; page-break-after: avoid; break-inside: avoid; page-break-inside: avoid;
}
h1 { margin: 1.2em 0 1em; font-size: 1.7em; }
h2 { font-size: 1.35em; }
h3 { font-size: 1.15em; }
h4 { font-size: 1em; }
h5 { font-size: 1em; font-weight: normal; font-style: italic; }
h6 { font-size: 0.95em; font-weight: normal; }

/* Words within a line */
code, kbd, samp { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 0.88em; }
:not(pre) > code, kbd { padding: 0.08em 0.25em; border-radius: 0.2em; background-color: rgba(128, 128, 128, 0.15); }
kbd { border: 0.06em solid rgba(128, 128, 128, 0.7); }
sup, sub { font-size: 0.75em; line-height: 0; }
abbr[title] { text-decoration: underline dotted; }
mark { color: inherit; background-color: rgba(255, 200, 0, 0.35); }
small { font-size: 0.85em; }
.noteref a { padding: 0 0.15em; text-decoration: none; font-variant-numeric: lining-nums; }

/* Lists */
ul, ol { margin: 0.75em 0; padding-inline-start: 1.6em; }
li { margin: 0.25em 0; }
li > ul, li > ol { margin: 0.25em 0; }
dt { margin-top: 0.75em; font-weight: bold; }
dfn { font-style: normal; font-weight: bold; }
dd { margin: 0.2em 0 0.4em; margin-inline-start: 1.6em; }
.tasks { padding-inline-start: 0; list-style-type: none; }
.tasks .tasks { padding-inline-start: 1.7em; }
.tasks > li { padding-inline-start: 1.7em; }
.box { display: inline-block; width: 1.7em; margin-inline-start: -1.7em; }

/* Quotations */
blockquote { margin: 1.2em 0; padding-inline-start: 1.1em; border-inline-start: 0.2em solid rgba(128, 128, 128, 0.6); }
.quotation { margin: 1.2em 0; }
.quotation > blockquote { margin: 0; }
.quotation > figcaption { margin-top: 0.5em; padding-inline-start: 1.3em; text-align: start; }
.attribution { margin: 0; font-size: 0.92em; }
.attribution::before { content: "\\2014\\A0"; }

/* Verse: a line too long for the page goes on further in, so that it is not taken for two */
.poem { margin: 1.2em 0; margin-inline-start: 1.6em; }
.poem-title { margin-bottom: 0.5em; font-weight: bold; }
.stanza { margin: 0 0 0.9em; text-align: start; -webkit-hyphens: none; hyphens: none; }
.line { display: block; padding-inline-start: 2em; text-indent: -2em; }
.line + br { display: none; }
.poem > .attribution { margin-top: 0.3em; }

/* Beside the text: each kind has its own line and its own word */
.beside { margin: 1.4em 0; padding: 0.5em 1em; border: 0.07em solid rgba(128, 128, 128, 0.6); border-radius: 0.3em; break-inside: avoid; page-break-inside: avoid; }
.beside > :first-child { margin-top: 0.2em; }
.beside > :last-child { margin-bottom: 0.2em; }
.beside-label { font-weight: bold; }
.note { border-inline-start: 0.3em solid rgba(128, 128, 128, 0.9); }
.tip { border-inline-start: 0.3em dashed rgba(128, 128, 128, 0.9); }
.warning { border: 0.14em solid rgba(128, 128, 128, 0.9); border-inline-start: 0.5em double rgba(128, 128, 128, 0.9); }

/* Figures */
img { max-width: 100%; height: auto; vertical-align: middle; }
figure { margin: 1.6em 0; break-inside: avoid; page-break-inside: avoid; }
/* Drawings are made for white paper: black lines without a ground would vanish at night. */
figure > img { display: block; margin: 0 auto; max-height: 92vh; object-fit: contain; background-color: #fff; }
figure > img + img { margin-top: 0.6em; }
figcaption { margin-top: 0.6em; font-size: 0.92em; line-height: 1.4; }
figcaption p { margin: 0.3em 0; }
.credit { font-size: 0.9em; }
.description { margin: -0.9em 0 1.6em; font-size: 0.92em; }
details { padding: 0.5em 0.8em; border: 0.07em solid rgba(128, 128, 128, 0.5); border-radius: 0.3em; }
summary { min-height: 1.5em; cursor: pointer; }

/* Tables */
table { margin: 1.6em 0; border-collapse: collapse; max-width: 100%; font-variant-numeric: lining-nums tabular-nums; }
caption { margin-bottom: 0.5em; font-size: 0.92em; line-height: 1.4; text-align: start; caption-side: top; font-weight: bold; }
th, td { padding: 0.35em 0.7em; text-align: start; vertical-align: top; border-bottom: 0.07em solid rgba(128, 128, 128, 0.5); }
th { vertical-align: bottom; font-weight: bold; -webkit-hyphens: none; hyphens: none; }
th[scope="row"] { vertical-align: top; }
thead { border-bottom: 0.14em solid rgba(128, 128, 128, 0.9); }
tr { break-inside: avoid; page-break-inside: avoid; }
.align-left { text-align: left; }
.align-center { text-align: center; }
.align-right { text-align: right; }

/* Mathematics: in the reader's size and colour; MathML Core leaves the columns of equations to the style sheet */
math[display="block"] { margin: 1em 0; max-width: 100%; overflow-x: auto; overflow-y: hidden; }
mtd.align-left { text-align: left; }
mtd.align-right { text-align: right; }
mrow.boxed { padding: 0.25em; border: 0.07em solid; }

/* Code: long lines wrap, so that nothing hides beyond the edge and no one has to scroll sideways */
pre {
  margin: 1.2em 0; padding: 0.7em 0.9em; border-radius: 0.3em; background-color: rgba(128, 128, 128, 0.12);
  line-height: 1.45; text-align: left; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4;
  -webkit-hyphens: none; hyphens: none;
}

/* Notes */
.notes { margin-top: 3em; padding-top: 0.8em; border-top: 0.07em solid rgba(128, 128, 128, 0.6); font-size: 0.92em; }
.note-list { padding-inline-start: 0; list-style-type: none; }
.notes > aside, .note-list > li { position: relative; margin: 0.5em 0; padding-inline-start: 2em; }
.notes p, .note-list p { margin: 0.3em 0; }
.notes > aside > .note-number, .note-list > li > .note-number { position: absolute; top: 0; inset-inline-start: 0; margin: 0; font-variant-numeric: lining-nums tabular-nums; }
.note-text > :first-child { margin-top: 0; }
.entries, .entries ul { padding-inline-start: 1.2em; list-style-type: none; }
.entries { padding-inline-start: 0; }
.entries > li { margin: 0.3em 0; }
.note-back a { display: inline-block; min-width: 1.8em; line-height: 1.8; text-align: start; text-decoration: none; }

/* Read aloud: an underline and a ground, so that neither colour nor line alone tells what is heard */
.${overlayClasses.active} {
  background-color: rgba(255, 200, 0, 0.3);
  text-decoration: underline; text-decoration-thickness: 0.14em; text-underline-offset: 0.18em;
}
img.${overlayClasses.active}, pre.${overlayClasses.active}, math.${overlayClasses.active} { outline: 0.25em solid rgba(224, 150, 0, 0.95); outline-offset: 0.1em; }
.${overlayClasses.playback} a:focus-visible { outline-width: 0.2em; }

/* Cover, title page, contents, credits */
.cover { text-align: center; }
.cover img { max-height: 96vh; object-fit: contain; }
.titlepage { padding-top: 12%; text-align: center; }
.titlepage h1 { margin: 0 0 0.4em; font-size: 2.1em; line-height: 1.15; text-align: center; }
.titlepage .subtitle { margin: 0 0 2em; font-size: 1.2em; font-style: italic; line-height: 1.35; }
.titlepage .author { font-size: 1.1em; }
.titlepage .publisher { margin-top: 4em; font-size: 0.95em; }
nav ol { padding-inline-start: 0; list-style-type: none; }
nav ol ol { margin: 0.1em 0 0.6em; padding-inline-start: 1.4em; }
nav li { margin: 0.5em 0; }
nav li li { margin: 0.3em 0; }
nav a { text-decoration: none; }
.credits { font-size: 0.95em; }
.part h1 { margin-top: 30%; text-align: center; }
.dedication, .epigraph { padding-top: 15%; }
.dedication p { text-align: center; font-style: italic; }

@media (prefers-color-scheme: dark) {
  /* White grounds would glare. */
  figure > img { filter: brightness(0.9); }
}
`;
