/**
 * Everything `!important` on `:host` wins over whatever the page says about the host, its inline
 * `!important` included: among important rules the inner tree of a shadow boundary comes last
 * (css-cascade-5, section 6.1). `all` leaves out direction and custom properties; neither is used
 * unset. The host's own generated boxes would lie over our rows, so they are switched off as well.
 */
export const menuStyle = `
:host {
  all: initial !important;
  position: fixed !important;
  display: block !important;
  width: 288px !important;
  max-width: calc(100vw - 8px) !important;
  color-scheme: light dark !important;
  direction: ltr !important;
}
:host::before, :host::after { content: none !important }
:host::backdrop { display: none !important }
* { box-sizing: border-box }
.panel {
  display: flex; flex-direction: column;
  max-height: inherit; overflow: hidden auto;
  padding: 4px; border: 1px solid #c9cdd6; border-radius: 8px; box-shadow: 0 4px 14px #0003;
  background: #fff; color: #1b1f27;
  font: 14px/1.35 system-ui, sans-serif;
  cursor: default; user-select: none;
}
button {
  all: unset; box-sizing: border-box; display: block; flex: none;
  min-height: 40px; padding: 5px 10px; border-radius: 5px; cursor: pointer;
}
button:hover { background: #eef1f7 }
button:focus { background: #dfe8fb; outline: 2px solid #2458c5; outline-offset: -2px }
bdi {
  display: block; overflow: hidden; text-align: match-parent;
  text-overflow: ellipsis; white-space: nowrap;
}
.login, .title, .quiet { color: #5a6272; font-size: 12.5px }
.title { padding: 3px 10px; font-size: 11px }
.wide { display: flex; align-items: center; min-height: 36px }
button:has(> .quiet) { min-height: 30px; padding: 3px 10px }
.quiet { font-size: 12px }
.note { padding: 7px 10px }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media (prefers-color-scheme: dark) {
  .panel { background: #22262e; color: #eceef2; border-color: #444b58 }
  button:hover { background: #2d333e }
  button:focus { background: #2b3d63; outline-color: #8fb0ff }
  .login, .title, .quiet { color: #a4adbd }
}
@media (forced-colors: active) {
  .panel { border-color: CanvasText }
  button:hover, button:focus { outline: 2px solid Highlight; outline-offset: -2px }
}
`;
