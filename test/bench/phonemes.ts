/** Two texts in Kokoro's phonemes, a sentence a line, written by hand; none of them was used to calibrate the graph. */

export type PhonemeText = { readonly name: string; readonly sentences: readonly string[] };

export const story: PhonemeText = {
  name: 'story',
  sentences: [
    // In the morning the river was quiet, and the boats lay still along the wall, waiting for the tide to turn.
    'ɪn ðə mˈɔɹnɪŋ ðə ɹˈɪvəɹ wʌz kwˈIət, ænd ðə bˈOts lˈA stˈɪl əlˈɔŋ ðə wˈɔl, wˈAtɪŋ fɔɹ ðə tˈId tə tˈɜɹn.',
    // Nobody had told him that the letter would come so soon.
    'nˈObɑdi hæd tˈOld hˌɪm ðæt ðə lˈɛtəɹ wʊd kˈʌm sˌO sˈun.',
    // He read it twice, folded it with care, and put it back into its envelope.
    'hi ɹˈɛd ɪt twˈIs, fˈOldᵻd ɪt wɪð kˈɛɹ, ænd pˈʊt ɪt bˈæk ˌɪntə ɪts ˈɛnvəlˌOp.',
    // “Will you go?” she asked. “Of course,” he said; “what else is there to do?”
    'wˌɪl ju ɡˈO? ʃi ˈæskt. ʌv kˈɔɹs, hi sˈɛd; wˌʌt ˈɛls ɪz ðɛɹ tə dˈu?',
  ],
};

export const news: PhonemeText = {
  name: 'news',
  sentences: [
    // The city council agreed on Thursday to spend four million dollars on new bridges.
    'ðə sˈɪti kˈWnsᵊl əɡɹˈid ˌɔn θˈɜɹzdˌA tə spˈɛnd fˈɔɹ mˈɪljən dˈɑləɹz ˌɔn nˈu bɹˈɪʤᵻz.',
    // Engineers found rust in eleven of them last year, and closed the oldest at once.
    'ˌɛnʤɪnˈɪɹz fˈWnd ɹˈʌst ɪn ɪlˈɛvᵊn ʌv ðˌɛm lˈæst jˈɪɹ, ænd klˈOzd ði ˈOldᵻst æt wˈʌns.',
    // Drivers must expect delays until the spring, said the mayor.
    'dɹˈIvəɹz mˌʌst ɪkspˈɛkt dᵻlˈAz ʌntˈɪl ðə spɹˈɪŋ, sˈɛd ðə mˈAəɹ.',
    // Trains and buses will run more often, and on Sundays they will cost nothing.
    'tɹˈAnz ænd bˈʌsᵻz wɪl ɹˈʌn mˈɔɹ ˈɔfᵊn, ænd ˌɔn sˈʌndˌAz ðA wɪl kˈɔst nˈʌθɪŋ.',
  ],
};
