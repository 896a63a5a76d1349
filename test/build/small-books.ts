/** Publications of a few sentences, which builds of the whole command line can afford. */
import { png, svgChart } from '../epub/pictures.ts';
import type { Files } from '../helpers/workplace.ts';

/** A folder that uses most of what Lectern knows, with three chapters. */
export const showcase: Files = {
  'publication.yaml': `title: The harbour
subtitle: A short report
authors:
  - name: Ann Author
    role: aut
    sortName: Author, Ann
language: en
publisher: Small Press
date: "2026-02-03"
modified: "2026-02-03T10:00:00Z"
identifier: urn:uuid:6f3a8d5e-0c5f-4d6f-9f3a-1d6a2f6d7b10
description: Boats, and who counts them.
subjects: [Boats]
rights: © 2026 Ann Author
license: CC-BY-4.0
attribution:
  - work: The harbour log
    author: The harbour master
    permission: Used with the harbour master's consent.
disclaimer: No boat was harmed.
narrator: Rms
`,
  '01-boats.md': `# Boats at dawn

Every morning the boats go out. Dr. Hill counts them.[^1]

[^1]: He has done so for years.

![Three boats on flat water](images/boats.png "The **oldest** boats of the harbour.")
`,
  '02-numbers.md': `# Numbers & "names"

| Boat | Length |
|------|-------:|
| Ada  | 12     |
| Bea  | 9      |

\`\`\`js
const boats = ['Ada', 'Bea'];
\`\`\`

> The sea does not care.
>
> — The harbour master
`,
  '03-years.md': `# Years since 2019

::::figure{credit="Drawing: Ann Author" license="CC-BY-4.0"}
![Bars that rise from 2019 to 2021](images/years.svg)

Boats a year.

:::description
In 2019 there were 50 boats, in 2020 there were 100.
:::
::::

- [x] Counted
- [ ] Painted

See [the boats](01-boats.md).
`,
  'images/boats.png': png(320, 200),
  'images/years.svg': svgChart,
};

/** Its headings, in the order in which they are heard. */
export const showcaseTitles = [
  'The harbour',
  'Boats at dawn',
  'Numbers & "names"',
  'Years since 2019',
  'Credits',
];

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A book of sentences of which no two are equal, so that each is spoken once: `chapters` times `sentences`, and its title. */
export function countingBook(chapters: number, sentences: number): Files {
  const files: Record<string, string> = {
    'publication.yaml': 'title: Counting\nlanguage: en\nmodified: "2026-02-03T10:00:00Z"\n',
  };
  for (let chapter = 1; chapter <= chapters; chapter++) {
    files[`${String(chapter).padStart(2, '0')}.md`] = chapterOf(chapter, sentences);
  }
  return files;
}

export function chapterOf(chapter: number, sentences: number): string {
  const text = Array.from({ length: sentences }, (_, index) => sentence(chapter, index + 1));
  return `# Chapter ${spelled(chapter)}\n\n${text.join('\n\n')}\n`;
}

function sentence(chapter: number, index: number): string {
  return `In chapter ${spelled(chapter)}, sentence ${spelled(index)} says nothing new.`;
}

function spelled(number: number): string {
  return numbers[number - 1] ?? String(number);
}
