import { describe, expect, test } from 'vitest';
import { sentenceEnds } from '../../pipeline/document/sentences.ts';

/** The text as an author writes it; a bar where a sentence ends. */
const tables: Readonly<Record<string, readonly string[]>> = {
  en: [
    'One. |Two! |Three?',
    'No end',
    '',
    // abbreviations
    'He met Dr. Smith and Mrs. Jones. |They spoke.',
    'Prof. A. Miller vs. the State of N. Dakota.',
    'The firm, e.g. this one, i.e. ours, grew. |Good.',
    'Apples, pears, etc. |The end.',
    'Apples, pears, etc., were sold.',
    'It was made by Smith Inc. in May. |It sold well.',
    'At 5 p.m. the bell rang. |At 6 a.m. |It rang again.',
    // times of day
    'We opened at 11 a.m. |Visitors came.',
    '11 a.m. |Visitors came.',
    'It closes at 5:30 p.m. |Mrs. Hale locks up.',
    'Doors open from 9 a.m. to 5 p.m. |Tickets are free.',
    'The call is at 5 p.m. Eastern, or 2 p.m. PST, or 10 p.m. UTC. |Dial in.',
    'We meet at 9 a.m. Monday. |Come.',
    'We meet at 9 a.m. Sept. 3. |Come.',
    'At 5 p.m. Smith left. |At about 6 p.m. Dr. Hale came.',
    'They sang at the 8 a.m. Mass. |Then they left.',
    'It ended at 5 p.m. |“Good,” he said.',
    'It ended at 5 p.m. and began at 4.',
    'See No. 5 and Fig. 3 on p. 12. |Then go on.',
    'On Oct. 1, 2022, he left. |On Sep. 18 she spoke.',
    'Is it a yes or a no. |No. 5 is alive.',
    'St. Petersburg and Mt. Everest. |High.',
    'Approx. 500 of them. |Gen. Lapin left.',
    // initials
    'J. R. R. Tolkien wrote it. |C. S. Lewis read it.',
    'So did I. |Smith left.',
    'Vitamin C. |It helps.',
    'Plan B. |Then we left.',
    // states and unions
    'In the U.S. Senate it passed. |In the U.S. |The law is different there.',
    'He lives in Washington D.C. |She does not.',
    'The U.K. Government said so.',
    // numbers
    'It cost $4.5 million. |3.14 is near. |Version 2.0.1 is out.',
    'It was 1989. |Then it fell.',
    'There were 12. |They left.',
    // quotations
    '“We cannot win,” he said. |“I had no choice.” |Then silence.',
    '“Why?” she asked. |“Because!” he cried. |It was over.',
    'He said “Stop!” and ran. |They laughed.',
    '"Stop." |"No."',
    "'It is done.' |'Good.'",
    'She asked (“Who?”) and left. |(He stayed.) |All was well.',
    // ellipses, dashes, marks together
    'Wait… what? |No!',
    'And then... nothing. |Nothing at all.',
    'What?! |Really!! |Yes.',
    'One — two. |Three – four.',
    // addresses and names of files
    'Visit example.com. |Open a.b.c now. |Write to x@y.org. |Bye.',
    'Node.js runs it. |So does it.',
    // not Latin, not letters
    '你好。|再见！|好吗？',
    'שלום. |להתראות.',
    'Emoji 😀. |Next 🎉! |Done.',
    'A list: one; two. |End.',
    '1. First thing. |Then more.',
    'Ends in a bracket.) |Next.',
    'Titles like Mr. and Mrs. stay. |Ph.D. students too.',
    'Vol. 3, chap. 4, sec. 5, ed. All of it.',
    'He works at Acme Co. |They pay him well.',
    'cf. Smith et al. for more. |Enough.',
    'It rained. it rained.',
  ],
  de: [
    'Am 3. Mai kam z. B. Herr Dr. Weiß. |Das war gut.',
    'Es gab Äpfel, Birnen usw. |Dann war Schluss.',
    'Vgl. S. 12 und Nr. 5. |Ende.',
    '„Warum?“, fragte sie. |„Darum.“ |Er ging.',
    'Im 19. Jahrhundert, d. h. früher. |Danach nicht.',
  ],
  fr: [
    'M. Dupont et Mme. Durand sont là. |Ils parlent.',
    'Voir p. 12, n. 3. |Fin.',
    '« Pourquoi ? » demanda-t-elle. |Rien.',
    '« Oui ! » |Elle partit. |« Bon. »',
  ],
  es: ['El Sr. García llegó. |¿Por qué? |¡Nadie lo sabe!', 'Véase pág. 12. |Fin.'],
};

describe.each(Object.entries(tables))('sentences in %s', (language, rows) => {
  test.each(rows)('%s', (row) => {
    const text = row.replaceAll('|', '');
    const ends = [...sentenceEnds(text, language), text.length];
    const marked = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end)).join('|');
    expect(marked).toBe(row);
  });
});
