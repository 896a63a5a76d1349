/**
 * When an abbreviation is one:
 * - `title`: before a name, with or without its full stop ("Dr Smith");
 * - `number`: before a number ("fig. 5"), the full stop wanted unless it is marked with `?`;
 * - `place`: behind a name or a number ("Elm Ave.", "Acme Inc.");
 * - `stop`: wherever its full stop is.
 */
export type When = 'title' | 'number' | 'place' | 'stop';

const lists: Readonly<Record<When, string>> = {
  title: `Drs doctors | Mr mister | Mrs missus | Ms miz | Mx mix | Dr doctor | Prof professor | Gen general | Gov governor | Sen senator |
    Rep representative | Lt lieutenant | Col colonel | Capt captain | Cpt captain | Cmdr commander | Cdr commander | Sgt sergeant |
    Maj major | Cpl corporal | Pvt private | Adm admiral | Rev reverend | Fr father | Hon honorable | Pres president |
    Messrs messers | Mme madame | Mlle mademoiselle | Supt superintendent | Insp inspector | Det detective | Amb ambassador |
    Sec secretary | Supt superintendent | Mt mount | Ft fort | Pt point | Pte private | Brig brigadier | Bp bishop | Abp archbishop`,
  number: `No? number | Nos? numbers | no number | nos numbers | fig figure | figs figures | Fig figure | Figs figures | vol volume |
    vols volumes | Vol? volume | Vols volumes | p page | pp? pages | pg page | P page | ch chapter | chs chapters | chap chapter |
    chaps chapters | Ch chapter | Chap chapter | sec section | sect section | sc scene | Sc scene | Sec section | par paragraph | para paragraph |
    art article | Art article | eq equation | eqs equations | Eq equation | Eqs equations | app appendix | App appendix |
    ver version | ca? circa | c? circa | Ca circa | C circa | tel telephone | Tel telephone | ext extension | Ext extension |
    apt apartment | Apt apartment | Ste suite | Rm room | op opus | Op opus | pt part | Pt part | pts parts | bk book | Bk book |
    l line | ll lines | v verse | vv verses | n note | nn notes | f folio | b born | d died | fl flourished | r reigned |
    est established | Est established | max maximum | min minimum | Mk? mark | qtr quarter | tab table | Tab table | Hwy highway |
    cl clause | sched schedule | Bldg building | Fl floor | Flr floor | pl plate | Pl plate | p.? page | pp.? pages | Ep episode |
    ep episode`,
  place: `Ave avenue | Av avenue | Blvd boulevard | Rd road | Ln lane | Hwy highway | Pkwy parkway | Sq square | Ct court |
    Pl place | Ter terrace | Terr terrace | Cres crescent | Cir circle | Expy expressway | Fwy freeway | Tpke turnpike | Bldg building |
    Inc incorporated | Ltd limited | Corp corporation | Co company | Bros brothers | Jr junior | Sr senior | Jnr junior | Snr senior |
    Esq esquire | Assn association | Assoc associates | Univ university | Inst institute | Dept department | Mts mountains |
    Mtns mountains | Mtn mountain | Pk park | Cem cemetery | Is island | Hts heights | Dist district | Rev revised |
    Calif california | Mass massachusetts | Conn connecticut | Fla florida | Ill illinois | Ariz arizona | Va virginia |
    Wash washington | Tex texas | Mich michigan | Minn minnesota | Wis wisconsin | Ore oregon | Okla oklahoma | Tenn tennessee |
    Ky kentucky | Ala alabama | Colo colorado | Ind indiana | Kan kansas | Neb nebraska | Nev nevada | Pa pennsylvania |
    Penn pennsylvania | Md maryland | Ga georgia | Miss mississippi | Mo missouri | Mont montana | Ark arkansas | Wyo wyoming |
    La louisiana | Vt vermont | Del delaware`,
  stop: `vs versus | etc et-cetera | cf compare | viz namely | ca circa | approx approximately | est estimated | vol volume |
    vols volumes | fig figure | figs figures | pp pages | ch chapter | chap chapter | ed edition | eds editors | edn edition |
    trans translated | ibid ibid | incl including | excl excluding | resp respectively | dept department | Dept department |
    govt government | Govt government | univ university | Univ university | assn association | bros brothers | Bros brothers |
    misc miscellaneous | orig originally | max maximum | min minimum | avg average | temp temperature | tel telephone | Tel telephone |
    ext extension | apt apartment | attn attention | Attn attention | encl enclosed | esp especially | Gen general | Gov governor |
    gov governor | Sen senator | Rep representative | Prof professor | prof professor | Capt captain | Lt lieutenant | Col colonel |
    Sgt sergeant | Maj major | Mr mister | Mrs missus | Ms miz | Dr doctor | Jr junior | Sr senior | jr junior | Inc incorporated |
    Ltd limited | Corp corporation | Esq esquire | Ave avenue | Blvd boulevard | Rd road | Hwy highway | Mt mount | Ft fort |
    et-al et-al | op-cit op-cit | loc-cit loc-cit | var variety | sp species | spp species | subsp subspecies | obs obsolete | repr reprinted |
    rev revised | ser series | suppl supplement | illus illustrated | intro introduction | assoc associate | asst assistant |
    Asst assistant | mgr manager | Mgr manager | no-wt net-weight | wt weight | qty quantity | ref reference | refs references |
    abbr abbreviated | adj adjective | adv adverb | pl plural | sing singular | fem feminine | masc masculine | dial dialect |
    lit literally | Lit literature | ff and-following | Hon honorable | Rev reverend | para paragraph | paras paragraphs | hr hour |
    hrs hours | mins minutes | yrs years | lb pound | lbs pounds | oz ounce | tbsp tablespoon | tsp teaspoon | ft feet`,
};

/** States are said by their names behind a comma alone: ", Calif." */
export const states: ReadonlySet<string> = new Set(
  'Calif Mass Conn Fla Ill Ariz Va Wash Tex Mich Minn Wis Ore Okla Tenn Ky Ala Colo Ind Kan Neb Nev Pa Penn Md Ga Miss Mo Mont Ark Wyo La Vt Del'.split(
    ' ',
  ),
);

type Entry = { readonly say: string; readonly stopless: boolean };

/** By what is written, without the full stop. */
export const abbreviations: Readonly<Record<When, ReadonlyMap<string, Entry>>> = {
  title: read(lists.title),
  number: read(lists.number),
  place: read(lists.place),
  stop: read(lists.stop),
};

function read(list: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const item of list.split('|')) {
    const [written = '', said = ''] = item.trim().split(/\s+/u);
    const stopless = written.endsWith('?');
    const say = states.has(written) ? said.replace(/^./u, (first) => first.toUpperCase()) : said;
    entries.set(written.replace(/\?$/u, ''), { say: say.replace(/-/gu, ' '), stopless });
  }
  return entries;
}
