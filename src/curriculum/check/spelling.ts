/** British spellings and what the exam, which is American, writes instead. */
const AMERICAN: Readonly<Record<string, string>> = {
  ageing: 'aging',
  analogue: 'analog',
  behaviour: 'behavior',
  cancelled: 'canceled',
  catalogue: 'catalog',
  centimetre: 'centimeter',
  centre: 'center',
  centred: 'centered',
  colour: 'color',
  coloured: 'colored',
  defence: 'defense',
  dialled: 'dialed',
  dialling: 'dialing',
  dialogue: 'dialog',
  favour: 'favor',
  fibre: 'fiber',
  grey: 'gray',
  greyed: 'grayed',
  greyscale: 'grayscale',
  harbour: 'harbor',
  initialise: 'initialize',
  kilometre: 'kilometer',
  labelled: 'labeled',
  labelling: 'labeling',
  levelling: 'leveling',
  licence: 'license',
  litre: 'liter',
  metre: 'meter',
  moulded: 'molded',
  millimetre: 'millimeter',
  neighbour: 'neighbor',
  neighbouring: 'neighboring',
  organise: 'organize',
  practise: 'practice',
  programme: 'program',
  recognise: 'recognize',
  signalling: 'signaling',
  synchronise: 'synchronize',
  theatre: 'theater',
  unlabelled: 'unlabeled',
  virtualisation: 'virtualization',
};

const BRITISH = new RegExp(
  `(?<![\\w./@-])(${Object.keys(AMERICAN).join('|')})(s|d)?(?![\\w/@-]|\\.\\w| Channel)`,
  'gi',
);

/** The British words in a text, each with its American form. Addresses, ids (`x-colour-y`) and the proper name Fibre Channel are left alone. */
export function britishWords(text: string): { readonly word: string; readonly instead: string }[] {
  return [...text.matchAll(BRITISH)].map(([word, base = '', ending = '']) => {
    return { word, instead: `${AMERICAN[base.toLowerCase()] ?? base}${ending}` };
  });
}
