/**
 * Text without what books cannot hold: the characters that XML 1.0 (section 2.2) forbids, other controls, and halves of
 * characters. No reader, no speech engine and no player can make anything of them.
 */
export function holdable(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu,
    '',
  );
}
