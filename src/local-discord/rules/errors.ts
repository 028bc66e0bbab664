/** Where a fault lies in a body: the keys and indices from the root. */
export type FieldPath = readonly (string | number)[];

/** One fault, in Discord's vocabulary (`BASE_TYPE_REQUIRED`, …) where Discord has a word for it. */
export interface Fault {
  readonly path: FieldPath;
  readonly code: string;
  readonly message: string;
}

/** Discord's nested form: the field's name leads to its faults, `_errors` holds them. */
export interface ErrorTree {
  readonly _errors?: readonly { readonly code: string; readonly message: string }[];
  readonly [field: string]:
    | ErrorTree
    | readonly { readonly code: string; readonly message: string }[]
    | undefined;
}

/** An answer that says no, as Discord would send it. */
export interface Refusal {
  /** HTTP status. */
  readonly status: number;
  readonly body: { readonly code: number; readonly message: string; readonly errors?: ErrorTree };
}

/** The JSON error codes and their sentences that the rules can answer with. */
export const REFUSALS = {
  serverError: { status: 500, body: { code: 0, message: '500: Internal Server Error' } },
  emptyMessage: { status: 400, body: { code: 50006, message: 'Cannot send an empty message' } },
  badJson: { status: 400, body: { code: 50109, message: 'The request body contains invalid JSON.' } },
  tooLarge: { status: 413, body: { code: 40005, message: 'Request entity too large' } },
  tooManyCommands: {
    status: 400,
    body: { code: 30032, message: 'Maximum number of application commands reached (100).' },
  },
} as const satisfies Record<string, Refusal>;

interface Node {
  errors: { code: string; message: string }[];
  fields: Map<string, Node>;
}

const emptyNode = (): Node => ({ errors: [], fields: new Map() });

function nodeAt(root: Node, path: FieldPath): Node {
  return path.map(String).reduce((node, key) => {
    const next = node.fields.get(key) ?? emptyNode();
    node.fields.set(key, next);
    return next;
  }, root);
}

function treeOf(node: Node): ErrorTree {
  const fields = Object.fromEntries([...node.fields].map(([key, child]) => [key, treeOf(child)]));
  return node.errors.length > 0 ? { ...fields, _errors: node.errors } : fields;
}

/** The 50035 answer for these faults, or null when there are none. The same fault is told once. */
export function invalidForm(faults: readonly Fault[]): Refusal | null {
  if (faults.length === 0) return null;
  const root = emptyNode();
  for (const { path, code, message } of faults) {
    const { errors } = nodeAt(root, path);
    if (!errors.some((known) => known.code === code)) errors.push({ code, message });
  }
  return { status: 400, body: { code: 50035, message: 'Invalid Form Body', errors: treeOf(root) } };
}

/** The faults of a part, seen from the whole. */
export function under(prefix: FieldPath, faults: readonly Fault[]): Fault[] {
  return faults.map((fault) => ({ ...fault, path: [...prefix, ...fault.path] }));
}
