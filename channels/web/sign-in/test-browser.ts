/** A browser without a screen: keeps cookies per host, follows redirects, fills in the provider's form. For suites. */

export interface Visit {
  readonly status: number;
  readonly url: string;
  readonly text: string;
  readonly headers: Headers;
}

export interface TestBrowser {
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<Visit>;
  post(url: string, form: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Visit>;
  /** One request, no redirect followed. */
  step(url: string, init?: RequestInit): Promise<Response>;
  cookies(url: string): string;
  setCookie(url: string, cookie: string): void;
}

export function testBrowser(): TestBrowser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: string) => {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };
  const cookies = (url: string) => [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ');
  const step: TestBrowser['step'] = async (url, init = {}) => {
    const headers = { ...(init.headers as Record<string, string>), cookie: cookies(url) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keepCookie(jarOf(url), line);
    return response;
  };
  const follow = async (first: string, init?: RequestInit): Promise<Visit> => {
    let url = first;
    let response = await step(url, init);
    for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 12; hops++) {
      url = new URL(response.headers.get('location') ?? '/', url).href;
      response = await step(url);
    }
    return { status: response.status, url, text: await response.text(), headers: response.headers };
  };
  return {
    get: (url, headers = {}) => follow(url, { headers }),
    post: (url, form, headers = {}) =>
      follow(url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(form).toString(),
      }),
    step,
    cookies,
    setCookie: (url, cookie) => keepCookie(jarOf(url), cookie),
  };
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const [name = '', ...value] = pair.trim().split('=');
  const gone = attributes.some((one) => /expires=Thu, 01 Jan 1970/i.test(one));
  if (gone || value.join('=') === '') jar.delete(name);
  else jar.set(name, value.join('='));
}

/** Signs in with the provider's form; ends where we lead back to. */
export async function signInAs(browser: TestBrowser, base: string, account: string, returnTo = '/'): Promise<Visit> {
  const form = await browser.get(`${base}/dang-nhap?ve=${encodeURIComponent(returnTo)}`);
  const action = /action="([^"]+)"/.exec(form.text)?.[1] ?? '';
  return browser.post(new URL(action, form.url).href, { account, go: 'yes' });
}

/** The key in a form of our page. */
export const formKeyIn = (text: string): string => /name="key" value="([^"]+)"/.exec(text)?.[1] ?? '';
