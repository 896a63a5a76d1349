const determiner = /(?:^|[\s(“"‘—])(?:an?|each|another|every|one|this|that)[ \u00A0]$/iu;
const noun =
  /^[ \u00A0-](?!(?:of|in|for|to|and|on|at|from|per|by|with|is|was|are|were|but|or|that|than|more|less|away|long|wide|tall|high|deep|ago|apart|each|before|after|above|below|off|over|under|if|when|while|as|into|onto|we|he|she|it|they|you|who|which|because|so|then|now|today|yesterday|plus|would|will|can|could|had|has|have|did|does|do|not)(?!\p{L}))\p{Ll}{2,}/u;

/** "a $20 bill", "a 10 km run": before a noun, a measure stands in the singular. `before` ends where the amount begins. */
const race = /^[ \u00A0-](?:sprint|dash|race|run|relay|hurdles|freestyle|butterfly|backstroke)(?!\p{L})/u;

export function isAdjective(before: string, after: string): boolean {
  if (race.test(after)) return true;
  return determiner.test(before) && noun.test(after);
}
