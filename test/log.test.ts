import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

const TOKEN = 'not-shaped-like-a-token-but-configured';

function logged(act: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  act(createLog('info', [TOKEN], (line) => lines.push(line)));
  return lines.join('');
}

describe('the log', () => {
  it('shows no configured token, wherever it stands', () => {
    const out = logged((log) => log.error({ err: new Error(`login with ${TOKEN} failed`) }, TOKEN));
    expect(out).toContain('[token]');
    expect(out).not.toContain(TOKEN);
  });

  it('shows no interaction token from the URL of a failed call', () => {
    const url =
      'https://discord.com/api/v10/interactions/123456789012345678/aW50ZXJhY3Rpb246c2VjcmV0/callback';
    const out = logged((log) =>
      log.warn({ err: Object.assign(new Error('Unknown interaction'), { url }) }, 'x'),
    );
    expect(out).not.toContain('aW50ZXJhY3Rpb246c2VjcmV0');
    expect(out).toContain('/interactions/123456789012345678/[token]/callback');
  });

  it('shows no body of a failed request: a card tells what a member answered', () => {
    const failed = Object.assign(new Error('Missing Access'), {
      code: 50001,
      requestBody: { json: 'a private verdict' },
    });
    const out = logged((log) => log.warn({ err: failed }, 'refused'));
    expect(out).not.toContain('private verdict');
    expect(out).toContain('50001');
  });

  it('keeps what is not secret', () => {
    const out = logged((log) => log.info({ guild: '123456789012345678' }, 'daily question posted'));
    expect(JSON.parse(out)).toMatchObject({ guild: '123456789012345678', msg: 'daily question posted' });
  });
});
