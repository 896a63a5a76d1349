import type { Element } from 'xast';
import { clockValue } from '../overlay/clock.ts';
import { x } from '../../xml/x.ts';

/** Of the overlay's item in the manifest. */
export type OverlayLength = { readonly item: string; readonly milliseconds: number };

/** Classes that a reading system sets, and the style sheet defines (EPUB 3.3, 9.4). */
export const overlayClasses = {
  /** On what is being heard. */
  active: '-epub-media-overlay-active',
  /** On the page while it is read aloud. */
  playback: '-epub-media-overlay-playing',
} as const;

/** What the package says of its read-aloud (EPUB 3.3, appendix D.3): how long, who narrates, how it is shown. */
export function overlayElements(overlays: readonly OverlayLength[], narrator: string): readonly Element[] {
  if (overlays.length === 0) return [];
  const property = (name: string, value: string, refines?: string): Element =>
    x('meta', { property: `media:${name}`, refines: refines && `#${refines}` }, value);
  const whole = overlays.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return [
    property('duration', clockValue(whole)),
    ...overlays.map(({ item, milliseconds }) => property('duration', clockValue(milliseconds), item)),
    property('narrator', narrator),
    property('active-class', overlayClasses.active),
    property('playback-active-class', overlayClasses.playback),
  ];
}
