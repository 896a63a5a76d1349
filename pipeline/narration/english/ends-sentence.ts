/** Words that begin sentences far more often than they follow an abbreviation inside one. */
const starters =
  'The|A|An|He|She|It|They|We|You|This|That|These|Those|There|Here|But|And|Or|So|Yet|Then|When|While|If|In|On|At|As|After|Before|' +
  'Since|Because|Although|However|Meanwhile|His|Her|Its|Their|Our|My|Your|What|Who|Why|How|Where|Not|No|Yes|For|From|With|By|' +
  'One|Some|Many|Most|All|Each|Every|I';
const ending = new RegExp(`^[”’"'»]{0,4}(?:\\s*$|\\s+[“‘"'(\\[]{0,3}(?:${starters})(?![\\p{L}.]))`, 'u');

/** The full stop of an abbreviation ends the sentence as well, where one ends. */
export function pauseOfStop(after: string): { readonly pause?: string } {
  return ending.test(after) ? { pause: '.' } : {};
}
