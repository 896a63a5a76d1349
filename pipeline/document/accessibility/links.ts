import type { Element } from 'hast';
import type { Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';
import { attributeOf, isElement } from '../from-html/html.ts';
import {
  heardOf,
  inLanguage,
  isInNote,
  isInside,
  placeIn,
  plainWords,
  type Scene,
  type TextView,
} from './text-view.ts';

/** Words that say nothing of where a link leads (WCAG 2.4.4): many readers go through a list of links alone. */
const empty = {
  en: ['here', 'click here', 'click', 'tap here', 'see here', 'go here', 'right here', 'link', 'this link', 'the link', 'this', 'that', 'more', 'read more', 'learn more', 'see more', 'show more', 'find out more', 'more info', 'more information', 'continue', 'continue reading', 'details', 'go', 'url', 'this page', 'this website', 'this site', 'web page', 'website'],
  de: ['hier', 'hier klicken', 'klicken sie hier', 'klick hier', 'klicke hier', 'siehe hier', 'link', 'dieser link', 'diesem link', 'mehr', 'mehr lesen', 'weiterlesen', 'weiter', 'mehr erfahren', 'mehr dazu', 'mehr infos', 'weitere informationen', 'diese seite', 'dieser seite', 'dort', 'da'],
  fr: ['ici', 'cliquez ici', 'cliquer ici', 'clique ici', 'lien', 'ce lien', 'le lien', 'plus', 'lire plus', 'lire la suite', 'la suite', 'en savoir plus', 'voir plus', 'plus d’informations', "plus d'informations", 'cette page', 'ce site', 'là'],
  es: ['aquí', 'clic aquí', 'haga clic aquí', 'haz clic aquí', 'pulse aquí', 'pincha aquí', 'enlace', 'este enlace', 'el enlace', 'más', 'leer más', 'ver más', 'saber más', 'seguir leyendo', 'más información', 'esta página', 'este sitio'],
}; // prettier-ignore

/** What is wrong with the words of links. */
export function linkProblems(view: TextView): readonly Problem[] {
  const targets = new Map<string, string>();
  return view.scenes.flatMap((scene) => {
    const { element, ancestors } = scene;
    const href = attributeOf(element, 'href').trim();
    if (element.tagName !== 'a' || href === '' || isInside(ancestors, 'a')) return [];
    return oneLink(view, scene, href, targets);
  });
}

/** @param targets by the words of the links so far, where the first of them leads; it grows */
function oneLink(
  view: TextView,
  scene: Scene,
  href: string,
  targets: Map<string, string>,
): readonly Problem[] {
  const { element, language, ancestors } = scene;
  const words = heardOf(element).replace(/\s+/gu, ' ').trim();
  const plain = plainWords(words);
  const place = placeIn(view, element);
  if (words === '' && hasImage(element))
    return attributeOf(element, 'title').trim() === '' ? [problems.linkWithoutWords(place)] : [];
  if (inLanguage<readonly string[]>(empty, language).includes(plain))
    return [problems.linkSaysNothing(place, words)];
  // In a note an address is the reference itself.
  if (isInNote(ancestors)) return [];
  if (isLongAddress(words)) return [problems.linkIsAddress(place, words.slice(0, 80))];
  // A number says nothing that could differ: [1], [2] and so on are marks. In a table its headers tell twins apart.
  if (!/\p{L}{2}/u.test(plain) || isInside(ancestors, 'table')) return [];
  const first = targets.get(plain);
  if (first === undefined) targets.set(plain, href);
  if (first === undefined || first === href) return [];
  return [problems.linksAlike(place, words.slice(0, 60), first.slice(0, 80))];
}

function hasImage(element: Element): boolean {
  return element.children.some((child) => isElement(child, 'img') || (isElement(child) && hasImage(child)));
}

/** An address of a site is a name; one of a page is a row of signs that is read out one by one. */
function isLongAddress(words: string): boolean {
  if (!/^(?:https?:\/\/|www\.)\S+$/iu.test(words)) return false;
  return /[/?#]./u.test(words.replace(/^https?:\/\//iu, ''));
}
