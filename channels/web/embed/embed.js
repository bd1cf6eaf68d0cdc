/* Hỏi Một Cửa on a portal: <script src="https://host/embed.js" data-unit="…" data-lang="vi" defer></script>
   One button; the chat is loaded in a frame of its own when it is first opened. No cookie, nothing else asked for. */
(() => {
  const script = document.currentScript;
  if (!script || document.getElementById('hoi-mot-cua')) return;
  const { unit = '', lang = 'vi', side = 'right' } = script.dataset;
  const english = lang.toLowerCase().startsWith('en');
  const words = english
    ? { open: 'Ask about procedures', close: 'Close', title: 'Hỏi Một Cửa: questions about ward procedures' }
    : { open: 'Hỏi thủ tục', close: 'Đóng', title: 'Hỏi Một Cửa: hỏi thủ tục ở xã, phường' };
  const origin = new URL(script.src).origin;
  const address = `${origin}/chat?${new URLSearchParams({ embed: '1', ...(unit && { unit }), lang: english ? 'en' : 'vi' })}`;

  // A shadow root: the portal's styles do not reach in, ours do not reach out.
  const host = document.createElement('div');
  host.id = 'hoi-mot-cua';
  const root = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  const edge = side === 'left' ? 'left' : 'right';
  style.replaceSync(`
    :host { all: initial; }
    button { position: fixed; ${edge}: 16px; bottom: 16px; z-index: 2147483000; min-height: 48px; min-width: 48px;
      padding: 12px 20px; border: 2px solid #fff; border-radius: 26px; background: #0b5d4e; color: #fff; cursor: pointer;
      font: 600 16px/1.3 system-ui, sans-serif; box-shadow: 0 2px 10px rgb(0 0 0 / 30%); }
    button:focus-visible { outline: 3px solid #0b5d4e; outline-offset: 3px; }
    div { position: fixed; ${edge}: 16px; bottom: 80px; z-index: 2147483000; width: min(400px, calc(100vw - 32px));
      height: min(640px, calc(100vh - 96px)); border-radius: 12px; overflow: hidden; background: #fff;
      box-shadow: 0 4px 24px rgb(0 0 0 / 35%); }
    div[hidden] { display: none; }
    iframe { width: 100%; height: 100%; border: 0; display: block; }
    @media (max-width: 480px) { div { ${edge}: 0; bottom: 76px; width: 100vw; height: calc(100vh - 76px);
      height: calc(100dvh - 76px); border-radius: 12px 12px 0 0; } }
    @media print { button, div { display: none; } }`);
  root.adoptedStyleSheets = [style];

  const panel = document.createElement('div');
  panel.id = 'panel';
  panel.hidden = true;
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', words.title);
  const button = document.createElement('button');
  button.type = 'button';
  button.lang = english ? 'en' : 'vi';
  button.setAttribute('aria-controls', 'panel');
  root.append(panel, button);

  let frame = null;
  const show = (open) => {
    if (open && !frame) {
      frame = document.createElement('iframe');
      frame.title = words.title;
      frame.src = address;
      frame.allow = 'clipboard-write';
      frame.referrerPolicy = 'origin';
      panel.append(frame);
    }
    panel.hidden = !open;
    button.textContent = open ? words.close : words.open;
    button.setAttribute('aria-expanded', String(open));
    (open ? frame : button).focus();
  };
  button.textContent = words.open;
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => show(panel.hidden));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !panel.hidden) show(false);
  });
  // Inside the frame Esc is pressed where this page cannot hear it: the chat says so.
  addEventListener('message', (event) => {
    if (event.origin === origin && frame && event.source === frame.contentWindow && event.data === 'hoi-mot-cua:close')
      show(false);
  });
  document.body.append(host);
})();
