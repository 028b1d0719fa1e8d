export function sceneAddress(page: 'popup' | 'options', name: string, lang: string): string {
  return `/src/${page}/index.html?scene=${name}&lang=${lang}`;
}
