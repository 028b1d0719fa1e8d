/** Stands for `src/protocol/client.ts` in the gallery: its worker answers as the scene in the address says. */
import { popupParsers } from '../../src/background/handlers/popup/popup.ts';
import type { Client } from '../../src/protocol/client.ts';
import { invalid } from '../../src/protocol/parse.ts';
import type { PopupCalls } from '../../src/protocol/popup-calls.ts';
import { play } from './player.ts';
import { refusal } from './refusal.ts';
import { answersOf, type Scene } from './scene.ts';
import { sceneNamed } from './scenes.ts';

const scene: Scene = sceneNamed(new URLSearchParams(location.search).get('scene') ?? 'home');
const answers = answersOf(scene);

/** What was asked, for tests to read. */
const galleryCalls: { name: string; request: unknown }[] = [];
Object.assign(globalThis, { galleryCalls });

export function createClient(): Client<PopupCalls> {
  return {
    call: async (name, request) => {
      galleryCalls.push({ name, request });
      // The compiler lets a value with more to it pass; the worker does not. Messages are JSON on their way.
      if (popupParsers[name](JSON.parse(JSON.stringify(request))) === invalid) {
        console.error(`${refusal}${name} asks`);
      }
      return answers[name](request);
    },
  };
}

addEventListener('load', () => void play(scene.acts ?? []));
