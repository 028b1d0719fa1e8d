import type { Page } from '@playwright/test';

/** What does not fit on the page: each line says where, and begins with what is wrong. */
export function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ours = Reflect.get(globalThis, 'galleryTexts') as ReadonlySet<string>;
    const pen = new OffscreenCanvas(1, 1).getContext('2d');
    const say = (what: string, element: Element, text = element.textContent ?? '') =>
      `${what} in ${element.localName}.${element.className}: ${text.slice(0, 60)}`;

    /** How wide a line of text is in the letters of an element. */
    const widthIn = (element: Element, text: string): number => {
      if (pen === null) return 0;
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
      pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
      return pen.measureText(text).width;
    };
    const room = (element: Element): number => {
      const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(element);
      return element.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
    };

    const problems: string[] = [];
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1) {
      problems.push(say('wider than the window', document.documentElement, ''));
    }
    for (const element of document.querySelectorAll('body *')) {
      if (!element.checkVisibility() || element.clientWidth <= 1) continue;
      if (element.closest('.hints, .hidden-visually, .tile')) continue;
      if (element instanceof HTMLInputElement) {
        // What a person typed may be longer than its field.
        const text = element.value === '' ? element.placeholder : '';
        if (widthIn(element, text) > room(element) + 1) problems.push(say('cut', element, text));
        continue;
      }
      if (element instanceof HTMLSelectElement) {
        const text = element.selectedOptions[0]?.text ?? '';
        if (widthIn(element, text) > room(element) + 1) problems.push(say('cut', element, text));
        continue;
      }
      const wide = element.scrollWidth > element.clientWidth + 1;
      const { textOverflow, overflowY, lineHeight } = getComputedStyle(element);
      // A name may end in an ellipsis; our own words may not.
      if (wide && textOverflow !== 'ellipsis') problems.push(say('overflows', element));
      else if (wide && ours.has(element.textContent ?? '')) problems.push(say('cut', element));
      // A third line makes a block of a button.
      const lines = element.clientHeight / (parseFloat(lineHeight) || 20);
      if (element.matches('button.button') && lines > 3.5) problems.push(say('tall', element));
      if (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 4) {
        if (ours.has(element.textContent ?? '')) problems.push(say('cut below', element));
      }
    }
    return problems;
  });
}
