/**
 * Whether a file of the output may be called so: a plain name, or one below one folder (`podcast/01-arrival.mp3`), on any system.
 * Manifests are read from the output folder, where anybody may have written them: no name in them leads anywhere else.
 */
export function isOutputName(name: string): boolean {
  const parts = name.split('/');
  return parts.length <= 2 && parts.every(isPlain);
}

function isPlain(part: string): boolean {
  // Backslashes part folders on Windows, and a colon names a drive or a stream there; no output is hidden.
  return part !== '' && !part.startsWith('.') && !/[\\:\u0000-\u001F]/.test(part);
}
