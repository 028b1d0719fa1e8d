import { parseSync } from 'vite';

/** What a person reads, hears or is told, of an element or of a part of ours. */
const spokenAttributes =
  /^(title|alt|label|placeholder|hint|text|heading|summary|aria-(label|description|roledescription|valuetext|placeholder))$/;
const spokenProperties =
  /^(textContent|innerText|title|alt|placeholder|ariaLabel|ariaDescription|ariaRoleDescription)$/;
/** Keys are written in Latin letters on most keyboards, a name is a name, and so is an address. */
const names = /^(Latchkey|Passwork|Esc|Ctrl|Tab|Enter|https:\/\/|([a-z]+\.)*example\.com)$/;

/** A node of the syntax tree, with what is asked of one or another kind. */
type Node = { readonly type: string } & Partial<
  Record<
    | 'alternate'
    | 'arguments'
    | 'callee'
    | 'children'
    | 'consequent'
    | 'left'
    | 'name'
    | 'operator'
    | 'property'
    | 'right'
    | 'value',
    unknown
  >
>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';

const inside = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

const isText = (value: unknown): value is string =>
  typeof value === 'string' && /\p{L}{2}/u.test(value) && !names.test(value.trim());

/** The words among what an expression can become; what a call gives is the call's own affair. */
function wordsOf(node: Node): string[] {
  switch (node.type) {
    case 'Literal':
      return isText(node.value) ? [node.value] : [];
    case 'TemplateElement': {
      const { cooked } = node.value as { cooked: unknown };
      return isText(cooked) ? [cooked] : [];
    }
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].filter(isNode).flatMap(wordsOf);
    case 'LogicalExpression':
    case 'TemplateLiteral':
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return inside(node).flatMap(wordsOf);
    case 'BinaryExpression':
      return node.operator === '+' ? inside(node).flatMap(wordsOf) : [];
    default:
      return [];
  }
}

const named = (node: unknown): string =>
  isNode(node) ? String(node.name ?? node.value ?? '') : '';

function found(node: Node): string[] {
  switch (node.type) {
    case 'JSXText':
      return isText(node.value) ? [node.value.trim()] : [];
    case 'JSXElement':
    case 'JSXFragment':
      return (node.children as Node[])
        .filter(({ type }) => type === 'JSXExpressionContainer')
        .flatMap(wordsOf);
    case 'JSXAttribute':
      return spokenAttributes.test(named(node.name)) && isNode(node.value)
        ? wordsOf(node.value)
        : [];
    case 'AssignmentExpression': {
      const { left, right } = node;
      return isNode(left) && spokenProperties.test(named(left.property)) && isNode(right)
        ? wordsOf(right)
        : [];
    }
    case 'CallExpression': {
      const { callee } = node;
      const [name, value] = node.arguments as (Node | undefined)[];
      return isNode(callee) &&
        named(callee.property) === 'setAttribute' &&
        spokenAttributes.test(named(name)) &&
        value !== undefined
        ? wordsOf(value)
        : [];
    }
    default:
      return [];
  }
}

/** The words that a source file shows to people without asking the texts of a language for them. */
export function hardCodedInCode(path: string, source: string): string[] {
  // Parsing takes its time, and most files have nothing to do with the screen.
  if (!path.endsWith('.tsx') && !/setAttribute|\.(textC|innerT|title|alt|pla|aria)/.test(source)) {
    return [];
  }
  const { program } = parseSync(path, source);
  const walk = (node: Node): string[] => [...found(node), ...inside(node).flatMap(walk)];
  return walk(program as unknown as Node).map((text) => `${path}: ${text}`);
}

/** The same of a page. Its title is our name until the script sets it. */
export function hardCodedInPage(path: string, html: string): string[] {
  const shown = html.replace(/<!--.*?-->|<(script|style)\b.*?<\/\1>|<title>.*?<\/title>/gs, '');
  const attributes = [...shown.matchAll(/\s([\w-]+)="([^"]*)"/g)].filter(([, name = '']) =>
    spokenAttributes.test(name),
  );
  const texts = shown.replace(/<[^>]*>/g, '\n').split('\n');
  return [...texts, ...attributes.map(([, , value = '']) => value)]
    .filter(isText)
    .map((text) => `${path}: ${text.trim()}`);
}
