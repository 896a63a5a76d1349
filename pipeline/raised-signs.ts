/** What stands raised in a line of plain text, by what it is: `3` is `³`. */
export const raisedSigns: Readonly<Record<string, string>> = {
  '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '−': '⁻', '+': '⁺', n: 'ⁿ', i: 'ⁱ',
}; // prettier-ignore
