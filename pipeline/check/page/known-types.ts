/** Types of EPUB Structural Semantics 1.1, as far as programs know them. */
export const knownTypes: ReadonlySet<string> = new Set(
  `abstract acknowledgments afterword answer answers appendix aside assessment assessments backlink backmatter balloon
  biblioentry bibliography bibliorole bodymatter bridgehead case-study chapter colophon concluding-sentence conclusion
  contributors copyright-page cover covertitle credit credits dedication division endnote endnotes epigraph epilogue errata
  feedback figure fill-in-the-blank-problem footnote footnotes foreword frontmatter fulltitle general-problem glossary
  glossdef glossref glossterm halftitle halftitlepage imprimatur imprint index index-editor-note index-entry
  index-entry-list index-group index-headnotes index-legend index-locator index-locator-list index-locator-range
  index-term index-term-categories index-term-category index-xref-preferred index-xref-related introduction keyword
  keywords label landmarks learning-objective learning-objectives learning-outcome learning-outcomes learning-resource
  learning-resources learning-standard learning-standards list list-item loa loi lot lov match-problem multiple-choice-problem
  noteref notice ordinal other-credits page-list pagebreak panel panel-group part phonetic practice practices preamble
  preface prologue pullquote qna question referrer revision-history seriespage sound-area subtitle table table-cell
  table-row text-area tip title titlepage toc toc-brief topic-sentence true-false-problem volume
  antonym-group condensed-entry def dictentry dictionary etymology example gram-info idiom part-of-speech
  part-of-speech-group part-of-speech-list phonetic-transcription phrase-group phrase-list sense-group sense-list
  synonym-group tran tran-info`
    .split(/\s+/),
); // prettier-ignore

/** Still read, and no longer to be written. */
export const deprecatedTypes: ReadonlySet<string> = new Set(
  'annoref annotation biblioref help marginalia note rearnote rearnotes sidebar subchapter warning'.split(
    ' ',
  ),
);

/** What HTML has an element of its own for; the same in `epub:type` says nothing more. */
export const typesOfElements: Readonly<Record<string, readonly string[]>> = {
  table: ['table'],
  'table-row': ['tr'],
  'table-cell': ['td', 'th'],
  list: ['ul', 'ol', 'dl'],
  'list-item': ['li'],
  figure: ['figure'],
  aside: ['aside'],
};
/** Prefixes that need not be declared (EPUB 3.3, D.1.5). */
export const reservedPrefixes: ReadonlySet<string> = new Set(['msv', 'prism']);
