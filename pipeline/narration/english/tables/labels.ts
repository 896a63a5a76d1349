/** Words before a Roman numeral that counts: "Part II" is "part two". */
export const counted = new Set(
  `chapter chapters part parts book books volume volumes vol vols act acts scene scenes section sections article articles
  appendix canto cantos stage phase type level grade war bowl title figure figures fig figs table tables plate plates psalm series
  episode season mark mk apollo rocky page pages p pp note notes number no nos verse lesson unit question exhibit group
  olympiad army corps form tier layer factor sonata symphony opus movement variation step stanza letter lecture ch chap
  sect sec art saturn class category`.split(/\s+/u),
);

/** Those who are numbered: "Louis XVI" is "Louis the sixteenth". */
export const regnal = new Set(
  `Henry Louis Charles Edward George William Richard James John Paul Pius Elizabeth Mary Philip Francis Ferdinand
  Frederick Leopold Alexander Nicholas Peter Catherine Napoleon Ramses Rameses Ramesses Ptolemy Gustav Gustavus Christian Haakon Olav
  Leo Gregory Benedict Clement Innocent Urban Boniface Sixtus Julius Otto Wilhelm Friedrich Franz Karl Carl Umberto
  Emmanuel Emanuel Pedro Alfonso Juan Carlos Felipe Baldwin Constantine Theodosius Justinian Mehmed Murad Selim Suleiman Ivan
  Edgar Malcolm Robert David Baudouin Albert Harald Margrethe Wilhelmina Cleopatra Artaxerxes Darius Xerxes Amenhotep Thutmose Seti
  Psusennes Sargon Antiochus Seleucus Mithridates Tiglath-Pileser Shalmaneser Nebuchadnezzar Cyrus Cambyses Stephen Stephanus
  Matilda Anne Victoria Maria Isabella Joseph Josef Rudolf Rudolph Maximilian Sigismund Ladislaus Casimir Kazimierz Vladislaus
  Stanislaus Augustus August Michael Boris Simeon Carol Ferdinando Cosimo Lorenzo Giovanni Galeazzo Amadeus Victor Vittorio
  Eugene Celestine Honorius Callixtus Calixtus Adrian Hadrian Nicolas Martin Marcus Alexius Manuel Andronikos Romanos Basil Leontius
  Thomas Walter Arthur Hugh Roger Samuel Davison Howard Donald Ronald Harold Frank Fred Ted Bill Bob Ken Theodore Andrew Daniel
  Matthew Mark Luke Anthony Patrick Kenneth Gerald Raymond Lawrence Jack Sammy Cal Clarence Vernon Marshall Laurence Christopher
  Jonathan Benjamin Nathan Oliver Edmund Edwin Ralph Hans Erik Eric Magnus Valdemar Canute Cnut Sweyn Abdul Abdulaziz Hassan Mohammed
  Muhammad Hussein Abdullah Faisal Rama Bhumibol Jigme Gaodi`.split(/\s+/u),
);

/** Words before a number that is said in pairs of digits: "Flight 370" is "flight three seventy". */
export const paired = new Set(
  `flight room route highway interstate boeing airbus suite apartment apt channel bus gate flat area autoroute gulfstream
  building house locker cabin lot rm ste hwy peugeot train locomotive form model extension ext rfc`.split(
    /\s+/u,
  ),
);

/** Words before a single capital that is a letter: "vitamin A", "Plan A". */
export const lettered = new Set(
  `vitamin vitamins plan grade group type section appendix team hepatitis class exhibit figure fig point option side row gate letter
  part level category division influenza schedule series block hall wing flat unit platform model variant version size key minor
  major blood lane zone pier building terminal route line from capital star serie box table test study answer choice
  suspect player person company scenario phase factor sector tower house ward column site node item`.split(
    /\s+/u,
  ),
);
