import { describe, expect, test } from 'vitest';
import { type Box, placeMenu } from '../../../../src/content/prompt/place.ts';

const view = { width: 800, height: 600, rtl: false };
const menu = { width: 288, height: 200 };
const field = (left: number, top: number): Box => ({ left, top, width: 200, height: 30 });

function overlaps(place: { left: number; top: number; maxHeight: number }, over: Box): boolean {
  const height = Math.min(menu.height, place.maxHeight);
  return (
    place.left < over.left + over.width &&
    place.left + menu.width > over.left &&
    place.top < over.top + over.height &&
    place.top + height > over.top
  );
}

describe('the menu stands', () => {
  test('below the field, at its left edge', () => {
    expect(placeMenu(field(100, 100), menu, view)).toMatchObject({ left: 100, top: 134 });
  });

  test('at the right edge of a field that reads from right to left', () => {
    expect(placeMenu(field(400, 100), menu, { ...view, rtl: true })).toMatchObject({ left: 312 });
  });

  test('inside the view, where the field reaches its edge', () => {
    expect(placeMenu(field(700, 100), menu, view)?.left).toBe(508);
    expect(placeMenu(field(-20, 100), menu, view)?.left).toBe(4);
  });

  test('above the field, where there is no room below', () => {
    expect(placeMenu(field(100, 540), menu, view)).toMatchObject({ top: 336, maxHeight: 532 });
  });

  test('below with less height, where below has most of the room', () => {
    expect(placeMenu(field(100, 40), menu, { ...view, height: 160 })).toMatchObject({
      top: 74,
      maxHeight: 82,
    });
  });

  test('beside a field that fills the height of its frame', () => {
    const tall = { ...view, height: 90 };
    expect(placeMenu(field(10, 30), menu, tall)).toMatchObject({ left: 214, maxHeight: 82 });
    expect(placeMenu(field(500, 30), menu, tall)).toMatchObject({ left: 208, maxHeight: 82 });
  });
});

test('a frame without room shows no menu', () => {
  expect(placeMenu(field(10, 5), menu, { width: 300, height: 40, rtl: false })).toBeNull();
  expect(placeMenu(field(10, 30), menu, { width: 300, height: 90, rtl: false })).toBeNull();
});

test('it never lies over the field, wherever that is', () => {
  for (let top = -40; top < 620; top += 7) {
    for (let left = -150; left < 820; left += 31) {
      const box = field(left, top);
      const place = placeMenu(box, menu, view);
      if (place) expect(overlaps(place, box), `${left}, ${top}`).toBe(false);
    }
  }
});
