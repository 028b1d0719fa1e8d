/** Prints one line for each step of a job, and takes a picture where there is something to see. */
import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';

export type Steps = {
  /** Does one step; `sentence` tells what has been done when it has. */
  step<T>(sentence: string, work: () => Promise<T>): Promise<T>;
  /** A picture of a page in `out/`, numbered in their order. */
  picture(page: Page, name: string): Promise<void>;
};

const folder = 'out';

export function createSteps(): Steps {
  let steps = 0;
  let pictures = 0;
  mkdirSync(folder, { recursive: true });
  return {
    async step(sentence, work) {
      steps += 1;
      const started = performance.now();
      const label = `${String(steps).padStart(2)}  ${sentence}`;
      try {
        const result = await work();
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        console.log(`ok   ${label.padEnd(72)} ${seconds.padStart(5)} s`);
        return result;
      } catch (error) {
        console.log(`FAIL ${label}`);
        throw error;
      }
    },
    async picture(page, name) {
      pictures += 1;
      const number = String(pictures).padStart(2, '0');
      await page.screenshot({ path: `${folder}/start-${number}-${name}.png` });
    },
  };
}
