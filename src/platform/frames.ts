/** Frames of a tab: who stands above whom, and how to reach one document. */
import type { Via } from '../model/via.ts';
import { browser } from './browser.ts';

export type Frame = {
  readonly frameId: number;
  readonly parentFrameId: number;
  /** `''` in browsers without document ids. */
  readonly documentId: string;
  /** As the browser tells it; `about:` frames keep that scheme here. */
  readonly url: string;
};

/** All frames of a tab, the top one first; empty where the tab is gone. */
export async function findFrames(tabId: number): Promise<readonly Frame[]> {
  const frames = (await browser.webNavigation.getAllFrames({ tabId })) ?? [];
  return frames
    .map((frame) => ({
      frameId: frame.frameId,
      parentFrameId: frame.parentFrameId,
      documentId: documentIdOf(frame),
      url: frame.url,
    }))
    .sort((a, b) => a.frameId - b.frameId);
}

/** Names one document in a frame, where the browser names documents; else whatever the frame shows. */
export type FrameRef = {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string;
};

const byUser = [
  'typed',
  'generated',
  'keyword',
  'keyword_generated',
  'auto_bookmark',
  'start_page',
];
const pastThePage = ['from_address_bar', 'forward_back'];

/** Calls back with each document that begins in a frame. */
export function onDocument(listener: (place: FrameRef, via: Via) => void): void {
  browser.webNavigation.onCommitted.addListener((details) => {
    const { tabId, frameId, transitionType = '', transitionQualifiers = [] } = details;
    const isByUser =
      byUser.includes(transitionType) ||
      transitionQualifiers.some((each) => pastThePage.includes(each));
    const via = isByUser ? 'user' : transitionType === 'form_submit' ? 'form' : 'page';
    listener({ tabId, frameId, documentId: documentIdOf(details) }, via);
  });
}

/**
 * Calls back with each document that a script of the page has written anew (`document.open`), which takes away every
 * listener: it is parsed once more, without having begun. Maybe with others, after the worker died in between.
 */
export function onRewritten(listener: (place: FrameRef) => void): void {
  const begun = new Set<string>();
  const sites = { url: [{ schemes: ['http', 'https'] }] };
  const nameOf = (at: { tabId: number; frameId: number }) => `${at.tabId} ${at.frameId}`;
  browser.webNavigation.onCommitted.addListener((details) => begun.add(nameOf(details)), sites);
  browser.webNavigation.onDOMContentLoaded.addListener((details) => {
    const { tabId, frameId } = details;
    if (!begun.delete(nameOf(details))) {
      listener({ tabId, frameId, documentId: documentIdOf(details) });
    }
  }, sites);
}

const documentIdOf = (details: object): string =>
  'documentId' in details && typeof details.documentId === 'string' ? details.documentId : '';

/** Sends to the content script in one document. Rejects when it is gone. */
export function sendToFrame(place: FrameRef, message: unknown): Promise<unknown> {
  const { tabId, frameId, documentId } = place;
  return documentId === ''
    ? browser.tabs.sendMessage(tabId, message, { frameId })
    : chrome.tabs.sendMessage(tabId, message, { documentId });
}

/** Sends to every frame of a tab that listens; nobody's answer is awaited. */
export function sendToTab(tabId: number, message: unknown): void {
  browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}

/** Runs files of ours in a frame, in our isolated world. */
export async function injectFiles(place: FrameRef, files: string[]): Promise<void> {
  const { tabId, frameId, documentId } = place;
  const target =
    documentId === '' ? { tabId, frameIds: [frameId] } : { tabId, documentIds: [documentId] };
  await chrome.scripting.executeScript({ target, files });
}
