/** Study guides, a page at a time. */
import type { Curriculum, Guide } from '../../curriculum/index.ts';
import { makeTopic } from '../../tutor/topic.ts';
import { actions } from '../actions.ts';
import { button, type Card, card, LIMIT, row, select, text } from '../card.ts';
import type { Words } from '../words/index.ts';
import { forDiscord } from './guide-text.ts';
import { plain } from './markdown.ts';

/** What fits on a phone screen or two; well under Discord's limit. */
const PAGE_LENGTH = 1_600;

/**
 * The body in pages of at most about `PAGE_LENGTH` characters, cut between paragraphs; a heading stays with what
 * follows it. A single paragraph longer than that makes a page of its own.
 */
export function pagesOf(body: string): string[] {
  const pages: string[] = [];
  let page = '';
  let heading = '';
  for (const block of body.trim().split(/\n{2,}/)) {
    const piece = heading ? `${heading}\n\n${block}` : block;
    heading = '';
    if (/^#{1,3} /.test(block) && !block.includes('\n')) heading = piece;
    else if (page === '') page = piece;
    else if (page.length + piece.length > PAGE_LENGTH) {
      pages.push(page);
      page = piece;
    } else page = `${page}\n\n${piece}`;
  }
  const last = [page, heading].filter((part) => part !== '').join('\n\n');
  return last === '' ? pages : [...pages, last];
}

export function guideCard(words: Words, guide: Guide, wanted: number): Card {
  const pages = pagesOf(forDiscord(guide.body));
  const page = Math.min(wanted, pages.length - 1);
  const to = (target: number) => actions.guideTurn.make({ guide: guide.id, page: target });
  const [term] = guide.terms;
  const last = page >= pages.length - 1;
  return card(
    'calm',
    text(`## ${plain(guide.title)}\n${words.guide.about(words.guide.kinds[guide.kind], guide.minutes)}`),
    text(plain(pages[page] ?? guide.summary)),
    pages.length > 1 && text(words.guide.page(page + 1, pages.length)),
    row(
      ...(last ? [] : [button(words.guide.next, to(page + 1), { style: 'primary' })]),
      ...(page > 0 ? [button(words.guide.previous, to(page - 1))] : []),
      ...(term
        ? [button(words.guide.testMe, actions.termTest.make({ term }), last ? { style: 'primary' } : {})]
        : [
            button(
              words.guide.testMe,
              actions.quizStart.make({
                topic: makeTopic({ kind: 'outline', outline: outlineOf(guide) }),
                size: 10,
                difficulty: 0,
                outline: '',
              }),
              last ? { style: 'primary' } : {},
            ),
          ]),
    ),
  );
}

function outlineOf(guide: Guide): string {
  return guide.objectives[0]?.split('/', 1)[0] ?? '';
}

export function guideListCard(words: Words, curriculum: Curriculum): Card {
  const guides = [...curriculum.guides.values()].slice(0, LIMIT.selectOptions);
  return card(
    'plain',
    text(words.guide.list),
    ...guides
      .slice(0, 8)
      .map((guide) =>
        text(
          words.term.guide(
            plain(guide.title),
            words.guide.kinds[guide.kind],
            guide.minutes,
            plain(guide.summary),
          ),
        ),
      ),
    row(
      select(
        actions.guideChoose.make({}),
        words.guide.choose,
        guides.map((guide) => ({ label: guide.title, value: guide.id, description: guide.summary })),
      ),
    ),
  );
}
