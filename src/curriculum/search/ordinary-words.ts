/**
 * English words that the glossary's acronyms and aliases happen to spell. In a sentence they mean the ordinary
 * thing unless they are written in capitals: "who led the call" is not about LEDs.
 */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `ac act add age aid aim air all am an and ant any app apps ape are arm art as ask at bar bat bay be bed best bet
  bill bit board body book boot both box bus but by cab call can cap car card case cast cat chip clip code coin cop
  core crop cup cut dad dam data day den dig dim do dot down drive drum dump ear edge end ever face fan far fat feed
  fine fit flat fly for form frame free full fun game gap gas get go grid gun guest hand has hat he held her hit home
  host hot hour how hub if image in ink is it its jam job key kit lab lag lamp lane lap last law lead leap led let
  lid lie lift light like line link list live load lock log loop lot mac mad main man map mark mat me mid mirror mode
  most net new no node nor not now oak odd of off old on one or out own pack page paper pat path pay pen per pet pie
  pin ping pit play plug point pop port post pot power press print push put race rack raid ram range rat rate ray
  read real rest rib rig rip ring rise rod roll room root rope row run sad sag salt sand sat save say screen seat see
  send set share she shop show side sim sip site six skill slip slot smart so soft son spa span spot staff star start
  step stop string swap switch tab table tag talk tap tape task tax tea tear ten test than that the them thin this
  tie time tin tip to toe tone top touch toy track trap tray tree trim trip try two unit up ups us use van via wake
  wall wan war was watch way we web wet who why win wing wire wise with won work wrap yes you zip zone`.split(
    /\s+/,
  ),
);
