import { kokoroPunctuation } from './kokoro-symbols.ts';

/** A word taken apart: what stands before and after it that a voice hears, and its bare parts. */
export type SpokenForm = {
  readonly lead: string;
  /** Straight apostrophes, NFC; the hyphens and dashes inside have become joints. */
  readonly parts: readonly string[];
  /** What is heard between part n and part n + 1: a dash, a comma, or nothing. */
  readonly joints: readonly string[];
  readonly trail: string;
};

const signs: Readonly<Record<string, string>> = {
  '«': '“',
  '»': '”',
  '‹': '“',
  '›': '”',
  '„': '“',
  '‟': '“',
  '–': '—',
  '―': '—',
  '‒': '—',
  '−': '—',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '，': ',',
  '、': ',',
  '。': '.',
  '！': '!',
  '？': '?',
  '：': ':',
  '；': ';',
  '¿': '',
  '¡': '',
};

const shape = /^([^\p{L}\p{M}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/su;
/** Before these an apostrophe belongs to the word. */
const clipped =
  /^(?:tis|twas|twere|twill|twould|em|cause|til|till|bout|n|round|cept|fraid|gainst|neath|tween|twixt|kay|nuff|sup|ello|im|er|ere|appen|ope)$/i;

const remembered = new Map<string, SpokenForm>();

/** Takes a word apart. Words repeat, so forms are remembered. */
export function spokenForm(text: string): SpokenForm {
  const before = remembered.get(text);
  if (before !== undefined) return before;
  const form = takeApart(text);
  if (remembered.size >= 40_000) remembered.clear();
  remembered.set(text, form);
  return form;
}

function takeApart(text: string): SpokenForm {
  const plain = text.normalize('NFC').replace(/[’‘ʼ‛`´′]/gu, "'");
  const match = shape.exec(plain);
  let core = match?.[2] ?? '';
  const before = match?.[1] ?? '';
  const after = match?.[3] ?? '';
  if (before.endsWith("'") && clipped.test(core)) core = `'${core}`;
  // "rockin'", "dogs'": the apostrophe tells what is left out.
  if (after.startsWith("'") && /(?:[^i]in|s)$/i.test(core)) core += "'";
  const parts: string[] = [];
  const joints: string[] = [];
  let joint = '';
  for (const piece of core.split(/([^\p{L}\p{M}\p{N}']+)/u)) {
    if (/[\p{L}\p{N}]/u.test(piece)) {
      if (parts.length > 0) joints.push(joint);
      parts.push(piece);
      joint = '';
    } else joint += innerJoint(piece);
  }
  return { lead: heard(before), parts, joints, trail: heard(after) };
}

/** Punctuation as Kokoro knows it. */
function heard(punctuation: string): string {
  return punctuation
    .replace(/\.{2,}/gu, '…')
    .replace(/-{2,}/gu, '—')
    .replace(/[^\p{L}\p{N}]/gu, (sign) => signs[sign] ?? (kokoroPunctuation.includes(sign) ? sign : ''));
}

function innerJoint(piece: string): string {
  if (/^[-‐‑./_·]$/u.test(piece)) return '';
  return heard(piece).replace(/[.:]/gu, '');
}
