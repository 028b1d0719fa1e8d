/** One tab of Firefox, driven by real clicks and keys. Whatever is looked for is waited for. */
import type { Marionette } from './marionette.ts';

export type Tab = {
  goto(url: string): Promise<void>;
  /**
   * Clicks the middle of an element; `what` is CSS, or XPath where it starts with a slash. Throws where there is none
   * within this time, in ms, or half a minute.
   */
  click(what: string, within?: number): Promise<void>;
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>;
  /** Pastes the clipboard into whatever has the focus. */
  paste(): Promise<void>;
  text(what: string): Promise<string>;
  value(what: string): Promise<string>;
  /** Waits until a question has an answer that is not empty. */
  until<T>(question: () => Promise<T>, what: string): Promise<NonNullable<T>>;
  /** Middle of the first row of our menu in the page, or null: only a privileged script sees it. */
  findMenuRow(name: string): Promise<{ x: number; y: number } | null>;
  clickAt(place: { x: number; y: number }): Promise<void>;
  /** Runs the body of a function in the page and gives what it returns, awaited; `frame` is one of its frames. */
  run<T>(script: string, args?: readonly unknown[], frame?: number): Promise<T>;
};

export const rightKey = '\uE014';
export const tabKey = '\uE004';
export const enterKey = '\uE007';
export const arrowDown = '\uE015';
const commandKey = process.platform === 'darwin' ? '\uE03D' : '\uE009';

/** How WebDriver says "an element": https://www.w3.org/TR/webdriver2/#elements */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const patience = 30_000;

export function driveTab(marionette: Marionette, handle: string): Tab {
  async function send(command: string, parameters: Record<string, unknown> = {}): Promise<unknown> {
    // Without taking the focus: the popup's tab stays behind the site that it is about.
    await marionette.send('WebDriver:SwitchToWindow', { handle, focus: false });
    return marionette.send(command, parameters);
  }

  async function sendForValue(command: string, parameters: Record<string, unknown>) {
    return Object(await send(command, parameters)).value;
  }

  /** Finds an element and does something with it; again, where it was replaced between the two. */
  async function withElement<T>(
    what: string,
    work: (id: string) => Promise<T>,
    within?: number,
  ): Promise<T> {
    const using = what.startsWith('/') ? 'xpath' : 'css selector';
    const { result } = await until(
      async () => {
        const element = await sendForValue('WebDriver:FindElement', { using, value: what });
        return { result: await work(String(Object(element)[elementKey])) };
      },
      what,
      within,
    );
    return result;
  }

  async function until<T>(
    question: () => Promise<T>,
    what: string,
    within = patience,
  ): Promise<NonNullable<T>> {
    const deadline = Date.now() + within;
    let last: unknown;
    while (Date.now() < deadline) {
      try {
        const answer = await question();
        if (answer) return answer;
        last = answer;
      } catch (error) {
        last = error;
      }
      await new Promise((next) => setTimeout(next, 50));
    }
    throw new Error(`waited in vain for ${what}; the last answer was ${last}`);
  }

  const pointer = (...actions: object[]) =>
    send('WebDriver:PerformActions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  const press = [
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];

  const keys = (...actions: object[]) =>
    send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  const strike = (value: string) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];

  return {
    until,
    async goto(url) {
      await send('WebDriver:Navigate', { url });
    },
    async click(what, within) {
      const clickOn = (id: string) => {
        const origin = { [elementKey]: id };
        return pointer({ type: 'pointerMove', origin, x: 0, y: 0 }, ...press);
      };
      await withElement(what, clickOn, within);
    },
    async clickAt({ x, y }) {
      await pointer({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, ...press);
    },
    async run(script, args = [], frame) {
      if (frame !== undefined) await send('WebDriver:SwitchToFrame', { id: frame });
      const value =
        frame === undefined
          ? await send('WebDriver:ExecuteScript', { script, args })
          : await marionette.send('WebDriver:ExecuteScript', { script, args });
      if (frame !== undefined) await marionette.send('WebDriver:SwitchToFrame', { id: null });
      return Object(value).value;
    },
    async type(text) {
      await keys(...[...text].flatMap(strike));
    },
    async paste() {
      await keys({ type: 'keyDown', value: commandKey }, ...strike('v'), {
        type: 'keyUp',
        value: commandKey,
      });
    },
    text: (what) =>
      withElement(what, async (id) =>
        String(await sendForValue('WebDriver:GetElementText', { id })),
      ),
    value: (what) =>
      withElement(what, async (id) =>
        String(await sendForValue('WebDriver:GetElementProperty', { id, name: 'value' })),
      ),
    async findMenuRow(name) {
      return sendForValue('WebDriver:ExecuteScript', {
        sandbox: 'system',
        args: [name],
        script: `
          const roots = [...document.documentElement.querySelectorAll('*')]
            .map((element) => element.openOrClosedShadowRoot).filter((root) => root);
          const rows = roots.flatMap((root) => [...root.querySelectorAll('button')]);
          const row = rows.find((each) => each.textContent.includes(arguments[0]));
          if (!row) return null;
          const { left, top, width, height } = row.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };`,
      });
    },
  };
}
