/** A publication that uses what the rows of the corpus break: figures, tables, notes, pages, formulas, lists. */
import type { Files } from '../helpers/workplace.ts';
import { png } from '../epub/pictures.ts';

export const richBook: Files = {
  'publication.yaml': `title: The harbour
authors: Ann Author
language: en
modified: "2026-02-03T10:00:00Z"
source: urn:isbn:978-0-306-40615-7
lists: [figures]
`,
  '01-morning.md': `# Morning

::page[1]

The boats go out.[^1] They come back late. See [the evening](02-evening.md).

![Three boats.](boats.png "Boats at noon")

| Boat | Crew |
| --- | --- |
| Anna | 3 |

## Tides

The height is $$h = a^2$$ metres. He said :lang[Bonjour]{fr} to all.

::page[2]

- High
- Low

[^1]: All but one.
`,
  '02-evening.md': '# Evening\n\nThe old man counts them.\n',
  'boats.png': png(320, 200),
};
