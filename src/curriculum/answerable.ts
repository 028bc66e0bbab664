import type { Item } from './model.ts';
import type { ItemEntry } from './schema.ts';

/** Why a question cannot be answered as it stands, or null where it can. */
export function answerProblem(item: Item | ItemEntry): string | null {
  switch (item.kind) {
    case 'single': {
      const keys = keyCount(item.options);
      return keys === 1
        ? null
        : `a single-response question needs exactly one correct option, but has ${keys}`;
    }
    case 'multiple': {
      const keys = keyCount(item.options);
      const sound = keys >= 2 && keys < item.options.length;
      return sound
        ? null
        : `a multiple-response question needs 2 or more correct options and a wrong one, but has ${keys}`;
    }
    case 'categorize': {
      const stray = item.items.find(([, bucket]) => !item.buckets.includes(bucket));
      return stray ? `"${stray[0]}" goes to "${stray[1]}", which is not among the buckets` : null;
    }
    case 'panel': {
      const stray = item.fields.find(({ options, answer }) => !options.includes(answer));
      return stray ? `the answer "${stray.answer}" of "${stray.label}" is not among its options` : null;
    }
    case 'match': {
      const right = [...item.pairs.map(([, text]) => text), ...item.extras];
      return repeated(right) ?? repeated(item.pairs.map(([left]) => left));
    }
    case 'order':
      return repeated(item.steps);
    case 'number':
      return null;
  }
}

function keyCount(options: readonly { readonly correct: boolean }[]): number {
  return options.filter(({ correct }) => correct).length;
}

/** Two equal texts could not be told apart in a select. */
function repeated(texts: readonly string[]): string | null {
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  return twice === undefined ? null : `"${twice}" stands twice`;
}
