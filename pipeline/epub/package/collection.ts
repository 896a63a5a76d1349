import type { Element } from 'xast';
import type { Metadata } from '../../source/metadata.ts';
import { x } from '../../xml/x.ts';

/** The series that a book is a volume of (EPUB 3.3, D.3.3 and D.3.5). */
export function seriesElements({ series }: Pick<Metadata, 'series'>): readonly Element[] {
  if (series === undefined) return [];
  const refines = '#series';
  return [
    x('meta', { property: 'belongs-to-collection', id: 'series' }, series.name),
    x('meta', { refines, property: 'collection-type' }, 'series'),
    ...(series.position === undefined
      ? []
      : [x('meta', { refines, property: 'group-position' }, series.position)]),
  ];
}

/** What a book is about. A subject from a list carries the list and its code there (EPUB 3.3, D.3.2, D.3.10). */
export function subjectElements({ subjects }: Pick<Metadata, 'subjects'>): readonly Element[] {
  return subjects.flatMap((subject, index) => {
    if (typeof subject === 'string') return [x('dc:subject', {}, subject)];
    const id = `subject-${index + 1}`;
    const refines = `#${id}`;
    return [
      x('dc:subject', { id }, subject.name),
      x('meta', { refines, property: 'authority' }, subject.scheme),
      x('meta', { refines, property: 'term' }, subject.code),
    ];
  });
}
