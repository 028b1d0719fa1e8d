// A page that rebuilds itself under the hands of the user: the form is gone 200 ms after its focus.
const form = document.querySelector('form');
form.addEventListener(
  'focusin',
  () => {
    setTimeout(() => {
      form.remove();
      document.getElementById('gone').hidden = false;
    }, 200);
  },
  { once: true },
);
