import type { Page } from '@playwright/test';

export type Row = { readonly texts: readonly string[]; readonly x: number; readonly y: number };
export type ShownMenu = {
  readonly rows: readonly Row[];
  /** The row below them that has nothing offered here any more. */
  readonly silence: Row | null;
  readonly text: string;
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
};

type DomNode = {
  readonly nodeId: number;
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly nodeValue?: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly contentDocument?: DomNode;
};

/**
 * The menu as it stands in the page, or null. No script can look into its closed root, so the
 * browser's own debugger does.
 */
export async function shownMenu(page: Page): Promise<ShownMenu | null> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const panel = every(root).find((node) => attribute(node, 'class') === 'panel');
    if (panel === undefined) return null;
    const quadOf = async ({ backendNodeId }: DomNode) => {
      const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
      const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
      return { left, top, right, bottom };
    };
    const rows: Row[] = [];
    let silence: Row | null = null;
    for (const button of every(panel).filter(
      ({ nodeName }) => nodeName.toUpperCase() === 'BUTTON',
    )) {
      const { left, top, right, bottom } = await quadOf(button);
      const texts = (button.children ?? []).map(textOf);
      const row = { texts, x: (left + right) / 2, y: (top + bottom) / 2 };
      const [first] = button.children ?? [];
      if (first !== undefined && attribute(first, 'class') === 'quiet') silence = row;
      else rows.push(row);
    }
    return { rows, silence, text: textOf(panel), box: await quadOf(panel) };
  } catch {
    // The menu went away between two questions.
    return null;
  } finally {
    await session.detach();
  }
}

function every(node: DomNode): DomNode[] {
  const below = [
    ...(node.children ?? []),
    ...(node.shadowRoots ?? []),
    ...(node.contentDocument ? [node.contentDocument] : []),
  ];
  return [node, ...below.flatMap(every)];
}

function attribute(node: DomNode, name: string): string | undefined {
  const at = (node.attributes ?? []).findIndex((each, index) => index % 2 === 0 && each === name);
  return at < 0 ? undefined : node.attributes?.[at + 1];
}

function textOf(node: DomNode): string {
  return node.nodeName === '#text'
    ? (node.nodeValue ?? '')
    : (node.children ?? []).map(textOf).join('');
}
