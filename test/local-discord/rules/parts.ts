/** Small, valid parts of bodies; every argument overrides a field. */

export const IS_COMPONENTS_V2 = 1 << 15;

type Fields = Readonly<Record<string, unknown>>;

export const text = (content = 'Text') => ({ type: 10, content });
export const button = (custom_id: string, fields: Fields = {}) => ({
  type: 2,
  style: 2,
  label: 'Press',
  custom_id,
  ...fields,
});
export const option = (value: string, fields: Fields = {}) => ({ label: value, value, ...fields });
export const select = (custom_id: string, fields: Fields = {}) => ({
  type: 3,
  custom_id,
  options: [option('a'), option('b'), option('c')],
  ...fields,
});
export const row = (...components: unknown[]) => ({ type: 1, components });
export const container = (...components: unknown[]) => ({ type: 17, components });
export const section = (texts: unknown[], accessory: unknown = button('go')) => ({
  type: 9,
  components: texts,
  accessory,
});
export const picture = (url: string, fields: Fields = {}) => ({ media: { url }, ...fields });
export const gallery = (...items: unknown[]) => ({ type: 12, items });
export const file = (url: string) => ({ type: 13, file: { url } });

/** A message with IS_COMPONENTS_V2 around these components. */
export const card = (...components: unknown[]) => ({ flags: IS_COMPONENTS_V2, components });
/** The older kind of message. */
export const legacy = (...components: unknown[]) => ({ content: 'Text', components });

export const input = (custom_id: string, fields: Fields = {}) => ({
  type: 4,
  custom_id,
  style: 1,
  ...fields,
});
export const label = (component: unknown, fields: Fields = {}) => ({
  type: 18,
  label: 'Label',
  component,
  ...fields,
});
export const modal = (...components: unknown[]) => ({ custom_id: 'form', title: 'Form', components });

export const command = (fields: Fields = {}) => ({ name: 'ask', description: 'Ask', ...fields });
export const commandOption = (name: string, fields: Fields = {}) => ({
  type: 3,
  name,
  description: 'Option',
  ...fields,
});
