// Runs before the first paint of our pages, so that nobody is dazzled by the wrong theme.
// `src/popup/parts/look.ts` writes what is read here.
{
  const [theme, text] = (localStorage.getItem('look') ?? '').split(' ');
  const { dataset } = document.documentElement;
  if (theme) dataset.theme = theme;
  if (text) dataset.text = text;
}
