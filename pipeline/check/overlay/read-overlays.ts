import type { Epub } from '../epub/open-epub.ts';
import { readOrTell } from '../epub/read-or-tell.ts';
import { parseXml } from '../epub/xml.ts';
import type { Finding } from '../finding.ts';
import { finding } from '../own-finding.ts';
import { checkTypes } from '../page/check-types.ts';
import { readOverlay, type Overlay } from './read-overlay.ts';

/** By the ids of their items. */
export type Overlays = ReadonlyMap<string, Overlay>;

/** The overlays that pages name. */
export async function readOverlays({
  archive,
  package: { items },
}: Epub): Promise<{ readonly overlays: Overlays; readonly findings: readonly Finding[] }> {
  // prettier-ignore
  const overlays = new Map<string, Overlay>();
  const findings: Finding[] = [];
  for (const { overlay: id, place } of items) {
    if (id === undefined || overlays.has(id)) continue;
    const item = items.find((one) => one.id === id);
    if (!item || !archive.entries.has(item.path)) {
      findings.push(finding('overlay-missing', `The overlay “${id}” is not in the book.`, place));
      continue;
    }
    const root = await readOrTell(parseXml, archive.text(item.path), item.path, findings);
    if (!root) continue;
    overlays.set(id, readOverlay(root, item.path));
    findings.push(...checkTypes(root, item.path));
  }
  return { overlays, findings };
}
