import { set } from './sentence-context.ts';

/** Words that tell, beside a word with several readings or in its sentence, which of them is meant. */
export const pastTimes = set(
  `yesterday ago last previously earlier once then when after before was were had said did already`,
);
export const leadMetal = set(
  `pipe pipes paint paints poisoning pencil pencils ore mine mines mining acetate battery batteries shot bullet bullets roof roofs level levels
   contamination weight weights oxide exposure glass crystal dust content lining sheet sheets toxicity isotopes`,
);
export const metals = set(
  `zinc copper tin mercury iron arsenic cadmium silver metal metals poison toxic molten melted`,
);
export const liveNouns = set(
  `music show shows performance performances audience audiences broadcast broadcasts stream streams streaming concert concerts tv television
   coverage animals animal wire wires ammunition birth births album albums recording recordings event events chat stock bait version
   updates update band bands theatre theater action games feed feeds link fire rounds television radio video sports sport blog tv-show`,
);
export const goingLive = set(
  `went go goes going broadcast streamed stream aired shown air recorded performed performing perform sing played play come comes came`,
);
export const particles = set(
  `in at on with near alone here there up next by for under inside within above beneath among between outside through off together happily abroad`,
);
export const fishy = set(
  `fish fishing fished sea river rivers lake lakes caught catch boat angler anglers grilled fillet striped largemouth smallmouth pond hook bait trout salmon`,
);
export const quarrels = set(
  `over about with between erupted broke blazing had furious bitter diplomatic having ensued heated argument quarrel political neighbours noisy loud`,
);
export const pigs = set(`pig pigs piglet piglets boar farmer farm litter sty pen hog`);
export const ship = set(`ship stern boat ships deck port starboard sailor sailors mast hull vessel captain`);
export const archery = set(
  `arrow arrows violin cello hair ribbon tie string strings hunter archer quiver knot gift cross neck strung drew fiddle`,
);
export const ripped = set(
  `muscle ligament fabric dress shirt jacket coat cloth sleeve trousers jeans wear knee sail curtain net paper page cloth pants tendon hole roof tent sofa`,
);
export const minuteThings = set(
  `detail details amount amounts quantity quantities particle particles fraction trace traces difference differences change changes creatures organisms crack cracks`,
);
export const degree = set(`so very too most more extremely quite rather how incredibly as in`);
export const growth = set(`grew felt feel feels feeling became become getting growing grow got went`);
export const sewing = set(
  `needle thread stitch stitches stitching dress fabric tailor sewing cloth quilt seam garment garments`,
);
export const towns = set(`in to from near at of for around outside via through towards toward`);
export const graphs = set(
  `x y z horizontal vertical coordinate both principal rotation graph chart two three perpendicular plot symmetry labels along ellipse`,
);
export const tools = set(
  `swords sword hammers hammer lumberjack lumberjacks chop chopped wood saws throwing battle stone fire firefighters sharp knives tools trees woodsman woodcutter`,
);
export const legal = set(
  `legal theoretical theory factual ideological philosophical intellectual empirical scientific ethical constitutional conceptual both moral these various different several epistemic`,
);
export const divers = set(
  `into in off under for down through to deep deeper headfirst straight across beneath below from`,
);
export const femaleDeer = set(`buck bucks deer fawn fawns stag stags two three four several forest herd`);
export const learnedThings = set(
  `man woman professor scholar scholars friend friends society societies journal journals judge paper treatise men people discussion audience debate book essay`,
);
export const sacred = set(
  `virgin mother sacrament lord saint mary event relief day bread peace silence isle trinity are be is assurance memory quiet thing spirit`,
);
export const oldPeople = set(
  `man woman men women parent parents mother father aunt uncle relative relatives people population gentleman lady grandmother grandfather couple king dog`,
);
export const windVerbs = set(
  `the it them up down back its his her their around through round along between wool yarn your`,
);

export const faces = set(`face cheek cheeks eyes`);
export const grounds = set(`trees columns lamps military`);
export const golf = set(`golf golfer golfers`);
export const placesBefore = set(`in to from near`);
