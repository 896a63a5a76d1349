/** Lists of subjects that EPUB knows by name (EPUB 3.3, D.3.2.1), and how some write their codes. */
const schemes: Readonly<Record<string, RegExp>> = {
  AAT: /./, BIC: /./, BISAC: /^[A-Z]{3}\d{6}$/, CLC: /./, CLIL: /^\d{4}$/, DDC: /^\d{3}(\.\d+)?$/, EuroVoc: /./, LCSH: /./, MEDTOP: /./,
  NDC: /./, Thema: /^[1-6A-Z][A-Z0-9-]*$/, UDC: /./, WGS: /^\d+$/,
}; // prettier-ignore

type Subject = { readonly name: string; readonly scheme: string; readonly code: string };

/** What is wrong with a subject that names its scheme, worded to follow its key. */
export function subjectFault({ scheme, code }: Subject): string | undefined {
  const known = knownScheme(scheme);
  if (known !== undefined)
    return schemes[known]?.test(code) === true ? undefined : `is not right: “${code}” is no code of ${known}`;
  if (/^https?:\/\/\S+$/i.test(scheme)) return undefined;
  return `should name a scheme of ${Object.keys(schemes).join(', ')}, or the address of one`;
}

/** The scheme as EPUB writes it, whatever the author's capitals. */
export function withKnownScheme(subject: string | Subject): string | Subject {
  if (typeof subject === 'string') return subject;
  return { ...subject, scheme: knownScheme(subject.scheme) ?? subject.scheme };
}

function knownScheme(scheme: string): string | undefined {
  return Object.keys(schemes).find((name) => name.toLowerCase() === scheme.toLowerCase());
}
