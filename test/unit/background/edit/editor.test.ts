import { describe, expect, it } from 'vitest';
import { createDrafts } from '../../../../src/background/edit/drafts.ts';
import { createEditor } from '../../../../src/background/edit/editor.ts';
import { createOpenedItems } from '../../../../src/background/opened/opened-items.ts';
import { AppError } from '../../../../src/model/error.ts';
import type { OpenedItem } from '../../../../src/model/item.ts';
import type { NewItem } from '../../../../src/passwork/index.ts';
import { fakePasswork, openedItem } from '../../../support/fake-passwork.ts';
import { memoryText } from '../../../support/memory-text.ts';
import { permitFor } from '../../../support/permit.ts';

const place = { vaultId: 'v', folderId: null };

function world() {
  const server = new Map<string, OpenedItem>([['item', openedItem({ id: 'item', vaultId: 'v' })]]);
  const log: string[] = [];
  /** What happens to the answer of the next write. */
  const weather = { lost: false, looksFail: false };
  const answer = <T>(value: T): T => {
    const { lost } = weather;
    weather.lost = false;
    if (lost) throw new AppError('unknown-outcome', 'lost');
    return value;
  };
  const client = fakePasswork({
    async openItem(id) {
      const item = server.get(id);
      if (item === undefined) throw new AppError('not-found', id);
      return item;
    },
    openShortcut: () => client.openItem('item'),
    async items() {
      if (weather.looksFail) throw new AppError('offline', 'no');
      return [...server.values()].map((item) => ({ ...item, shortcutId: null }));
    },
    async addItem({ vaultId, folderId = null, attachments: _, ...texts }: NewItem) {
      const id = `new-${server.size}`;
      log.push(`add ${texts.name}`);
      server.set(id, openedItem({ ...texts, id, vaultId, folderId }));
      return answer(id);
    },
    async editItem(id, changes) {
      log.push(`edit ${Object.keys(changes).join()}`);
      server.set(id, { ...(server.get(id) ?? openedItem()), ...changes });
      answer(null);
    },
  });
  const stored = memoryText();
  const drafts = createDrafts(stored, memoryText());
  const noted: unknown[] = [];
  const written: unknown[] = [];
  const use = <T>(work: (of: typeof client) => Promise<T>) => work(client);
  const opened = createOpenedItems({ use, now: () => 0, onFetched: () => undefined });
  const editor = createEditor({
    use,
    drafts,
    opened,
    places: { note: async (where) => void noted.push(where) },
    onWritten: async (vaultId) => void written.push(vaultId),
    now: () => 1,
  });
  return { server, log, weather, stored, drafts, opened, editor, noted, written };
}

async function begun(editor: ReturnType<typeof world>['editor'], name: string) {
  const { id, form } = await editor.begin(null, permitFor);
  return { id, form: { ...form, name, place, password: 'pw' } };
}

describe('a new item', () => {
  it('is added once, its place remembered, its vault fetched anew, its draft gone', async () => {
    const { editor, log, noted, written, drafts } = world();
    const { id, form } = await begun(editor, 'New');
    const answers = await Promise.all([
      editor.save(id, form, permitFor),
      editor.save(id, form, permitFor),
    ]);
    expect(answers).toMatchObject([{ state: 'saved' }, { state: 'saved' }]);
    expect(log).toEqual(['add New']);
    expect(noted).toEqual([place]);
    expect(written).toEqual(['v']);
    expect(await drafts.list()).toEqual([]);
  });

  it('needs a place', async () => {
    const { editor, log } = world();
    const { id, form } = await begun(editor, 'New');
    await expect(editor.save(id, { ...form, place: null }, permitFor)).rejects.toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
    expect(log).toEqual([]);
  });

  it('whose answer was lost is found', async () => {
    const { editor, log, weather, server } = world();
    const { id, form } = await begun(editor, 'New');
    weather.lost = true;
    expect(await editor.save(id, form, permitFor)).toMatchObject({ state: 'saved' });
    expect(log).toEqual(['add New']);
    expect(server.size).toBe(2);
  });

  it('is not sent again before it was looked for, and takes what was typed since then', async () => {
    const { editor, log, weather, server } = world();
    const { id, form } = await begun(editor, 'New');
    Object.assign(weather, { lost: true, looksFail: true });
    const lost = editor.save(id, form, permitFor);
    await expect(lost).rejects.toThrow(expect.objectContaining({ code: 'unknown-outcome' }));
    // Still nobody knows: nothing is written.
    const blind = editor.save(id, form, permitFor);
    await expect(blind).rejects.toThrow(expect.objectContaining({ code: 'offline' }));
    weather.looksFail = false;
    await editor.save(id, { ...form, login: 'later' }, permitFor);
    expect(log).toEqual(['add New', 'edit login']);
    expect(server.size).toBe(2);
  });

  it('that did not arrive is sent again', async () => {
    const { editor, log, weather, server } = world();
    const { id, form } = await begun(editor, 'New');
    Object.assign(weather, { lost: true, looksFail: true });
    await editor.save(id, form, permitFor).catch(() => undefined);
    weather.looksFail = false;
    server.delete('new-1');
    await editor.save(id, form, permitFor);
    expect(log).toEqual(['add New', 'add New']);
    expect(server.size).toBe(2);
  });
});

describe('an edit', () => {
  const ref = { kind: 'item', id: 'item' } as const;

  it('names only what changes', async () => {
    const { editor, log, server } = world();
    const { id, form } = await editor.begin(ref, permitFor);
    expect(JSON.stringify(form)).not.toContain('hunter2');
    await editor.save(id, { ...form, login: 'bob' }, permitFor);
    expect(log).toEqual(['edit login']);
    expect(server.get('item')).toMatchObject({ login: 'bob', password: 'hunter2' });
  });

  it('shows at once under a shortcut that was opened before', async () => {
    const { editor, opened } = world();
    const shortcut = await permitFor({ kind: 'shortcut', id: 'shortcut' });
    await opened.open(shortcut);
    const { id, form } = await editor.begin(ref, permitFor);
    await editor.save(id, { ...form, login: 'bob' }, permitFor);
    expect(await opened.open(shortcut)).toMatchObject({ login: 'bob' });
  });

  it('that changes nothing writes nothing', async () => {
    const { editor, log } = world();
    const { id, form } = await editor.begin(ref, permitFor);
    await editor.save(id, form, permitFor);
    expect(log).toEqual([]);
  });

  it('in conflict writes nothing, and goes on from what the server has', async () => {
    const { editor, log, server } = world();
    const { id, form } = await editor.begin(ref, permitFor);
    server.set('item', openedItem({ id: 'item', vaultId: 'v', login: 'theirs' }));
    const mine = { ...form, login: 'mine' };
    const answer = await editor.save(id, mine, permitFor);
    expect(answer).toMatchObject({
      state: 'conflict',
      editing: { conflicts: [{ what: 'login', theirs: { login: 'theirs' } }] },
    });
    expect(log).toEqual([]);
    // Left and taken up again, both versions are still there.
    expect((await editor.begin(ref, permitFor)).conflicts).toHaveLength(1);
    expect(await editor.save(id, mine, permitFor)).toMatchObject({ state: 'saved' });
    expect(server.get('item')?.login).toBe('mine');
  });

  it('whose answer was lost is compared with what is there', async () => {
    const { editor, log, weather } = world();
    const { id, form } = await editor.begin(ref, permitFor);
    weather.lost = true;
    expect(await editor.save(id, { ...form, login: 'bob' }, permitFor)).toMatchObject({
      state: 'saved',
    });
    expect(log).toEqual(['edit login']);
  });
});

describe('drafts', () => {
  it('lie sealed, are offered again, and are wiped', async () => {
    const { editor, stored, drafts } = world();
    const { id, form } = await begun(editor, 'Half');
    expect(await editor.drafts()).toEqual([]);
    await editor.saveDraft(id, { ...form, password: 'typed-secret' });
    expect(stored.value).not.toMatch(/Half|typed-secret/);
    expect(await editor.drafts()).toEqual([{ id: 'new', ref: null, name: 'Half', at: 1 }]);
    expect((await editor.begin(null, permitFor)).form.password).toBe('typed-secret');
    await drafts.wipe();
    expect(stored.value).toBe('');
    expect(await editor.drafts()).toEqual([]);
    const late = editor.saveDraft(id, form);
    await expect(late).rejects.toThrow(expect.objectContaining({ code: 'refused' }));
  });

  it('that are too large are refused, and those before stay', async () => {
    const { editor } = world();
    const { id, form } = await begun(editor, 'Half');
    await editor.saveDraft(id, form);
    const huge = { ...form, description: 'x'.repeat(3_100_000) };
    await expect(editor.saveDraft(id, huge)).rejects.toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
    expect((await editor.begin(null, permitFor)).form.name).toBe('Half');
  });

  it('under another key are none', async () => {
    const { editor, stored } = world();
    const { id, form } = await begun(editor, 'Half');
    await editor.saveDraft(id, form);
    const other = createDrafts(stored, memoryText());
    expect(await other.list()).toEqual([]);
  });
});
