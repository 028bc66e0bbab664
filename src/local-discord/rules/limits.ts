/**
 * Discord's limits which its OpenAPI description does not state, or states too loosely.
 * Characters are Unicode code points, as Discord counts them; bytes are UTF-8.
 * Source, unless a line says otherwise: discord/discord-api-docs, August 2026.
 */
export const LIMITS = {
  message: {
    contentCharacters: 2000,
    embedTextCharacters: 6000,
    requestBytes: 25 * 1024 * 1024,
  },
  components: {
    /** Counted recursively; seen in Discord's answers, not documented. */
    perMessage: 40,
    /** Without IS_COMPONENTS_V2 a message has rows only. */
    rowsPerLegacyMessage: 5,
    buttonsPerRow: 5,
    selectsPerRow: 1,
    /** Over all text displays of a message; enforced, documented only in discord/discord-api-docs#8562, open. */
    textCharactersPerMessage: 4000,
    /** Above it Discord answers 500: undocumented, measured in discord/discord-api-docs#8554. */
    textBytesPerMessage: 10_170,
    /** Added for each text display to the ceiling above. */
    textOverheadBytes: 12,
    /** From 65 media items on Discord answers 500 (discord/discord-api-docs#7528). */
    mediaPerMessage: 64,
  },
  modal: { topLevelComponents: 5 },
  nonce: { characters: 25 },
  choice: { stringValueCharacters: 100 },
  command: {
    characters: 8000,
    chatInputPerScope: 100,
    userPerScope: 15,
    messagePerScope: 15,
  },
  rate: {
    globalPerSecond: 50,
    /** Observed, not documented: alexemanuelol/rustplusplus#475. */
    messageCreates: { limit: 5, windowSeconds: 5 },
    /** Observed, not documented: discord/discord-api-docs#2701. */
    webhook: { limit: 5, windowSeconds: 2 },
    /** Discord does not say; a value that a well-behaved client never meets. */
    other: { limit: 10, windowSeconds: 1 },
  },
} as const;
