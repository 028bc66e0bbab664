/** A page that shows a local Discord and lets a visitor be one of its members. */
export type { PlaygroundAction } from './api.ts';
export { type Asset, bundlePage } from './bundle.ts';
export { bareContext, type RenderContext } from './render/context.ts';
export { Html } from './render/html.ts';
export { renderMessage } from './render/message.ts';
export { renderModal } from './render/modal.ts';
export { type Playground, type PlaygroundOptions, startPlayground } from './server.ts';
export { openStudyHall, type StudyHall } from './study-hall.ts';
export type { Suggestion } from './wire.ts';
