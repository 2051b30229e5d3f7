import { growth, LINEAR_MAX } from '@quittance/testing/work';
import { expect, it } from 'vitest';
import { cleanCss, renderMailHtml, type MailImages } from './render-mail-html.ts';

const images: MailImages = new Map([['logo@x', { contentType: 'image/png', bytes: Buffer.from([1, 2, 3]) }]]);
const render = (html: string) => renderMailHtml(html, images);
/** What the mail adds to the frame of the page. */
const body = (html: string) => render(html).split('<body>')[1]!.replace('</body></html>', '');

const REMOTE: [string, string][] = [
  ['picture', '<img src="https://evil.test/p.gif" alt="Logo">'],
  ['picture, protocol-relative', '<img src=//evil.test/p.gif>'],
  ['srcset', '<img srcset="https://evil.test/a 1x" src="cid:logo@x">'],
  ['picture element', '<picture><source srcset="https://evil.test/a"><img src="cid:logo@x"></picture>'],
  ['background attribute', '<table background="http://evil.test/b.png"><tr><td background=//evil.test/x>x</td></tr></table>'],
  ['style attribute', '<div style="background:url(https://evil.test/x)">x</div>'],
  ['style attribute, escaped', '<div style="background:\\75\\72\\6c(https://evil.test/x)">x</div>'],
  ['style attribute, entities', '<div style="background:&#117;rl(&quot;https://evil.test/x&quot;)">x</div>'],
  ['import', '<style>@import "https://evil.test/x.css"; p{color:red}</style>'],
  ['import, url', '<style>@import url(//evil.test/x.css);</style>'],
  ['font', '<style>@font-face{font-family:x;src:url(https://evil.test/f)}</style>'],
  ['css comment', '<style>p{background:u/**/rl(https://evil.test/x)}</style>'],
  ['image-set', '<style>p{background:image-set("https://evil.test/x" 1x)}</style>'],
  ['link', '<link rel=stylesheet href=https://evil.test/x.css>'],
  ['link, prefetch', '<link rel="dns-prefetch" href="//evil.test">'],
  ['base', '<base href="https://evil.test/">'],
  ['refresh', '<meta http-equiv=refresh content="0;url=https://evil.test/">'],
  ['anchor', '<a href="https://evil.test/?id=1" ping="https://evil.test/p">here</a>'],
  ['form', '<form action="https://evil.test/"><input name=a><button formaction="//evil.test">b</button></form>'],
  ['frame', '<iframe src="https://evil.test/"></iframe><frameset><frame src=//evil.test></frameset>'],
  ['object', '<object data="https://evil.test/"><embed src="https://evil.test/"></object>'],
  ['media', '<video poster="https://evil.test/p" src="https://evil.test/v"></video><audio src=//evil.test></audio>'],
  ['svg', '<svg><image href="https://evil.test/"/><use xlink:href="//evil.test#a"/></svg>'],
  ['script', '<script src="https://evil.test/x.js"></script><script>fetch("https://evil.test")</script>'],
  ['handler', '<img src=x onerror="fetch(\'https://evil.test\')"><body onload="x(\'//evil.test\')">'],
  ['script link', '<a href="javascript:location=\'//evil.test\'">x</a>'],
  ['conditional comment', '<!--[if mso]><v:fill src="https://evil.test/"/><![endif]-->'],
  ['noscript', '<noscript><img src="https://evil.test/x"></noscript>'],
  ['broken tag', '<img src="cid:logo@x" title="a" <img src="https://evil.test/">'],
  ['style in pieces', '<style>p{background:u<rl(https<://evil.test/x)}</style>'],
  ['style in entities, after an early end', '<style>p{}</style><p style="b:u&#92;rl(//evil.test)">x</p>'],
  ['self-closing script', '<script/>fetch("https://evil.test")</script>'],
  ['end of style', '<style></style ><img src=https://evil.test></style>'],
];

it.each(REMOTE)('leaves no address that could be loaded: %s', (_name, html) => {
  const shown = body(html);
  expect(shown).not.toMatch(/https?:|\/\/evil/i);
  expect(shown).not.toMatch(/<(?:script|iframe|frame|object|embed|form|input|button|link|meta|base|svg|video|audio|source)\b/i);
  expect(shown).not.toMatch(/\son\w+\s*=|javascript:/i);
});

it('shows the words, the layout and the pictures that came along', () => {
  const shown = body(
    '<table width="600" style="color:#333;padding:4px"><tr><td>Caf&eacute; &lt;b&gt;</td></tr></table><img src="cid:logo@x">',
  );
  expect(shown).toBe(
    '<table width="600" style="color:#333;padding:4px"><tr><td>Café &lt;b&gt;</td></tr></table><img src="data:image/png;base64,AQID">',
  );
});

it('shows the text of a picture that is not loaded, and no picture of an unknown kind', () => {
  expect(body('<img src="https://x.test/1" alt="A &quot;b&quot;">')).toBe('<span>A &quot;b&quot;</span>');
  expect(body('<img src="data:image/svg+xml;base64,AAAA">')).toBe('');
});

it('gets no text out of attributes and styles', () => {
  expect(body("<p title='\"><script>x</script>'>a</p>")).toBe('<p title="&quot;&gt;&lt;script&gt;x&lt;/script&gt;">a</p>');
  expect(cleanCss('p{content:"</style><b>"}')).not.toContain('<');
});

it('does work in proportion to hostile nesting', async () => {
  expect(await growth((share) => render('<div>'.repeat(200_000 * share) + '<b style="'.repeat(20_000 * share)))).toBeLessThan(LINEAR_MAX);
  expect(await growth((share) => render(`<style>${'/*'.repeat(300_000 * share)}</style>`))).toBeLessThan(LINEAR_MAX);
});
