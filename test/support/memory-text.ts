import type { StoredText } from '../../src/platform/storage.ts';

/** A stored text that lives in the test; `value` is what a restarted worker would find. */
export function memoryText(value = ''): StoredText & { value: string } {
  return {
    value,
    async get() {
      return this.value;
    },
    async set(next) {
      this.value = next;
    },
    async remove() {
      this.value = '';
    },
  };
}
