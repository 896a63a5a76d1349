/** Groups of rules by which written text becomes words; an author may turn each of them off for a span. */
export const wordingRules = [
  'numbers',
  'ordinals',
  'fractions',
  'money',
  'dates',
  'times',
  'units',
  'phones',
  'scores',
  'roman',
  'abbreviations',
  'symbols',
  'addresses',
  'emoji',
] as const;

export type WordingRule = (typeof wordingRules)[number];
