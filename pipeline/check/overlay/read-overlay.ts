import type { Root } from 'xast';
import type { Finding, FindingPlace } from '../finding.ts';
import { finding } from '../own-finding.ts';
import { resolveAddress, type Address } from '../epub/addresses.ts';
import { attribute, childElements, elementsOf, localName, placeOf } from '../epub/xml.ts';
import { parseClock } from './clock-value.ts';

/** A part of an audio file. Seconds; without an end it goes to the end of the file. */
export type AudioClip = {
  readonly path: string;
  readonly beginSeconds: number;
  readonly endSeconds?: number;
  readonly place: FindingPlace;
};

/** What is heard with one element of the text. */
export type Par = {
  readonly text: Address;
  readonly audio?: AudioClip;
  readonly place: FindingPlace;
};

export type Overlay = {
  readonly path: string;
  /** In the order in which they play. */
  readonly pars: readonly Par[];
  /** Where its groups point (`epub:textref`). */
  readonly groups: readonly { readonly text: Address; readonly place: FindingPlace }[];
  /** Addresses and times that mean nothing. */
  readonly findings: readonly Finding[];
};

/** Reads a media overlay document (EPUB 3.3, 9.2). */
export function readOverlay(root: Root, path: string): Overlay {
  const findings: Finding[] = [];
  const pars: Par[] = [];
  const groups: Overlay['groups'][number][] = [];
  const address = (written: string, place: FindingPlace): Address | undefined => {
    const found = resolveAddress(written, path);
    if (!found) findings.push(finding('target-missing', `“${written}” leads out of the book.`, place));
    return found;
  };
  const clock = (written: string | undefined, place: FindingPlace): number | undefined => {
    const seconds = written === undefined ? undefined : parseClock(written);
    if (written !== undefined && seconds === undefined) findings.push(finding('clip-time-wrong', `“${written}” is no clock value.`, place)); // prettier-ignore
    return seconds;
  };
  for (const element of elementsOf(root)) {
    const place = placeOf(path, element);
    const textref = attribute(element, 'textref');
    if (textref !== undefined) {
      const text = address(textref, place);
      if (text) groups.push({ text, place });
    }
    if (localName(element) !== 'par') continue;
    const [text, audio] = ['text', 'audio'].map((name) => childElements(element).find((one) => localName(one) === name)); // prettier-ignore
    const source = text && attribute(text, 'src');
    const target = source === undefined ? undefined : address(source, place);
    if (!target) continue;
    const sound = audio && attribute(audio, 'src');
    const file = sound === undefined ? undefined : address(sound, place);
    if (!audio || !file) {
      pars.push({ text: target, place });
      continue;
    }
    const at = placeOf(path, audio);
    const endSeconds = clock(attribute(audio, 'clipEnd'), at);
    const clip = {
      path: file.path,
      beginSeconds: clock(attribute(audio, 'clipBegin'), at) ?? 0,
      ...(endSeconds !== undefined && { endSeconds }),
      place: at,
    };
    pars.push({ text: target, audio: clip, place });
  }
  return { path, pars, groups, findings };
}
