/** A guide's Markdown as Discord can show it: tables become lists, deep headings bold lines. */

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

const isRow = (line: string): boolean => line.trim().startsWith('|');
const isRuler = (line: string): boolean => isRow(line) && /^[\s|:-]+$/.test(line);

/** `| SMTP | 25 | TCP |` under `| Name | Port | Transport |` → `- **SMTP**: Port 25 · Transport TCP` */
function listItem(head: readonly string[], row: readonly string[]): string {
  const [first = '', ...rest] = row;
  const named = rest.map((cell, i) => (rest.length > 1 && head[i + 1] ? `${head[i + 1]} ${cell}` : cell));
  return `- **${first.replaceAll('**', '')}**: ${named.filter((cell) => cell !== '').join(' · ')}`;
}

export function forDiscord(body: string): string {
  const lines: string[] = [];
  let head: readonly string[] | null = null;
  const source = body.split('\n');
  for (const [i, line] of source.entries()) {
    if (!isRow(line)) {
      head = null;
      lines.push(line.replace(/^#{4,6} (.*)$/, '**$1**'));
    } else if (head === null && isRuler(source[i + 1] ?? '')) head = cellsOf(line);
    else if (!isRuler(line)) lines.push(listItem(head ?? [], cellsOf(line)));
  }
  return lines.join('\n');
}
