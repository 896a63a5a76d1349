import { expect, test } from 'vitest';
import { colourAlone } from '../../../pipeline/document/accessibility/colours.ts';

test.each([
  ['en', 'The red line shows exports.', 'The red line shows'],
  ['en', 'Exports (shown in dark green) rise.', 'shown in dark green'],
  ['en', 'Blue: sea. Grey = land.', 'Blue:'],
  ['de', 'Die blauen Balken stehen für 1900.', 'Die blauen Balken stehen'],
  ['de', 'Die Ausfuhren sind in Rot dargestellt.', 'in Rot dargestellt'],
  ['fr', 'Les exportations sont indiquées en rouge.', 'indiquées en rouge'],
  ['es', 'La barra azul muestra las exportaciones.', 'La barra azul muestra'],
])('in %s, %j tells by colour alone', (language, words, found) => {
  expect(colourAlone(words, language)).toBe(found);
});

test.each([
  ['en', 'A red line on a blue field'],
  ['en', 'The red, dashed line shows exports.'],
  ['en', 'The dashed red line shows exports.'],
  ['en', 'The red line at the top shows exports.'],
  ['en', 'The thin red line was never crossed.'],
  ['en', 'Two towers in red and yellow'],
  ['de', 'Die Dame in Rot'],
  ['de', 'Die gestrichelte rote Linie zeigt die Ausfuhr.'],
  ['fr', 'Le petit chaperon rouge'],
  ['es', 'La casa azul'],
  ['uk', 'Червона лінія показує вивіз.'],
])('in %s, %j does not', (language, words) => {
  expect(colourAlone(words, language)).toBeUndefined();
});
