export function sceneAddress(page: 'popup' | 'options', name: string, lang: string): string {
  // A window that asks about a challenge is opened on it.
  const mark = name.startsWith('challenge') ? '&challenge=c' : '';
  return `/src/${page}/index.html?scene=${name}&lang=${lang}${mark}`;
}
