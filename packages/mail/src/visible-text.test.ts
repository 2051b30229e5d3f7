import { growth, LINEAR_MAX } from '@quittance/testing/work';
import { describe, expect, it } from 'vitest';
import { readVisibleText } from './visible-text.ts';

const hiding: Record<string, string> = {
  'display:none': '<span style="display:none">X</span>',
  'display:none !important': '<div style="DISPLAY: none !important">X</div>',
  'visibility:hidden': '<span style="visibility:hidden">X</span>',
  'opacity:0': '<span style="opacity:0">X</span>',
  'opacity:0.0': '<span style="opacity:0.01">X</span>',
  'font-size:0': '<span style="font-size:0">X</span>',
  'font-size:1px': '<span style="font-size:1px;line-height:1px">X</span>',
  'font shorthand of nothing': '<span style="font:0/0 a">X</span>',
  'zero size': '<span style="display:inline-block;width:0;height:0;overflow:hidden">X</span>',
  'max-height preheader': '<div style="max-height:0px;overflow:hidden;mso-hide:all">X</div>',
  'mso-hide': '<span style="mso-hide:all">X</span>',
  'hidden attribute': '<span hidden>X</span>',
  'off-screen': '<span style="position:absolute;left:-9999px">X</span>',
  'text-indent': '<span style="text-indent:-9999px">X</span>',
  clip: '<span style="position:absolute;clip:rect(0 0 0 0)">X</span>',
  'clip-path': '<span style="clip-path:inset(100%)">X</span>',
  'scale(0)': '<span style="transform:scale(0)">X</span>',
  'white on white': '<span style="color:#fff;background-color:#FFFFFF">X</span>',
  transparent: '<span style="color:transparent">X</span>',
  title: '<svg><title>X</title></svg>',
  style: '<style>X</style>',
  script: '<script>X</script>',
  template: '<template>X</template>',
  comment: '<!-- X -->',
  'conditional comment': '<!--[if mso]>X<![endif]-->',
  class: '<style>.pre, .other { display : none }</style><span class="a pre">X</span>',
  'tag and class': '<style>span.pre{font-size:0}</style><span class=pre>X</span>',
  id: '<style>#p{visibility:hidden}</style><span id="p">X</span>',
  'rule in @media screen': '<style>@media screen { .p { display:none } }</style><span class=p>X</span>',
  'child of hidden': '<div style="display:none"><b style="display:block">X</b></div>',
  'end tag that closes nothing': '<span style="display:none"><div></span>X</div></span>',
  'half closed comment': '<!-- > X -->',
};

describe('hides from the text what hides from the reader', () => {
  it.each(Object.entries(hiding))('%s', (_name, html) => {
    const { body } = readVisibleText(`<body>can${html}cel</body>`);
    expect(body.replaceAll('\n', '')).toBe('cancel');
  });

  it.each<[string, string]>([
    ['narrow screens only', '<style>@media (max-width:600px){.m{display:none}}</style><b class=m>X</b>'],
    ['undone by a later rule', '<style>.m{display:none}.m{display:block}</style><b class=m>X</b>'],
    ['important over inline', '<style>.m{display:block!important}</style><b class=m style="display:none">X</b>'],
    ['visible in invisible', '<p style="visibility:hidden"><b style="visibility:visible">X</b></p>'],
    ['sized in tiny', '<td style="font-size:0"><b style="font-size:14px">X</b></td>'],
    ['coloured in blended', '<p style="color:#fff;background:#fff"><b style="color:#000">X</b></p>'],
    ['overflowing box', '<div style="height:0">X</div>'],
    ['white on blue', '<a style="color:#fff;background-color:#00f">X</a>'],
    ['unclosed hidden paragraph', '<p style="display:none">no<p>X'],
    ['unclosed hidden cell', '<table><tr><td style="display:none">no<td>X</table>'],
    ['unclosed hidden item', '<ul><li style="display:none">no<li>X</ul>'],
    ['head that nobody closed', '<head><style>i{}</style><div>X</div>'],
    ['for all but Outlook', '<!--[if !mso]><!-->X<!--<![endif]-->'],
    ['button of all but Outlook', '<!--[if mso]><v:rect>X</v:rect><![endif]--><a href="x" style="mso-hide:all">X</a>'],
    ['pictures only', '<img alt="X">'],
  ])('but not: %s', (_name, html) => {
    expect(readVisibleText(html).body).toBe('X');
  });

  it('takes invisible characters out and composes the rest', () => {
    const tricks = 'ca\u200Bn\u00ADc\u202Ee\u{E0041}l\u2060 re\u0301silie\u0301&shy;&zwnj;e \uFEFF';
    expect(readVisibleText(`<p>${tricks}</p>`).body).toBe('cancel résiliée');
  });

  it('keeps hidden words apart as a hint', () => {
    const { body, hidden } = readVisibleText('<div style="display:none">Your plan ended</div><p>Hello</p>');
    expect({ body, hidden }).toEqual({ body: 'Hello', hidden: 'Your plan ended' });
  });
});

it('reads blocks as lines, cells as a row and links with their offsets', () => {
  const html = `<html lang="fr-FR"><p>Bonjour&nbsp;Zo&eacute;,<br>voici   votre\nreçu</p>
    <table><tr><td><p>Offre</p></td><td><p>Pro</p></td></tr><tr><th>Total<td>1&#8239;234,00&nbsp;€</table>
    <a href=" https://a.example/x?a=1&amp;b=2 ">Gé<b>rer</b> l'offre</a> <a href="https://b.example"><img alt="Logo"></a>`;
  const read = readVisibleText(html);
  expect(read.body).toBe("Bonjour Zoé,\nvoici votre reçu\nOffre | Pro\nTotal | 1\u202F234,00 €\nGérer l'offre");
  expect(read.rows).toEqual([
    ['Offre', 'Pro'],
    ['Total', '1\u202F234,00 €'],
  ]);
  expect(read.links).toEqual([
    { text: "Gérer l'offre", href: 'https://a.example/x?a=1&b=2', start: read.body.indexOf('Gérer') },
    { text: 'Logo', href: 'https://b.example', start: -1 },
  ]);
  expect(read.language).toBe('fr-FR');
});

it('takes tables of layout as lines, not as rows of values', () => {
  const html = '<table><tr><td><table><tr><td>Left one<br>left two</td></tr></table></td><td>Right</td></tr></table>';
  expect(readVisibleText(html)).toMatchObject({ body: 'Left one\nleft two\nRight', rows: [] });
});

it('reads microdata of hidden elements, nested and repeated', () => {
  const html = `<div itemscope itemtype="http://schema.org/Invoice" style="display:none"><meta itemprop="accountId" content="A-1">
    <span itemprop="totalPaymentDue" itemscope itemtype="http://schema.org/PriceSpecification"><b itemprop="price">12.99</b></span>
    <link itemprop="paymentStatus" href="http://schema.org/PaymentDue"><i itemprop="accountId">A-2</i></div>`;
  expect(readVisibleText(html).microdata).toEqual([
    {
      '@type': 'Invoice',
      accountId: ['A-1', 'A-2'],
      paymentStatus: 'http://schema.org/PaymentDue',
      totalPaymentDue: { '@type': 'PriceSpecification', price: '12.99' },
    },
  ]);
});

describe('does work in proportion to', () => {
  const many = (piece: string, count: number) => (share: number) => piece.repeat(count * share);
  it.each<[string, (share: number) => string]>([
    ['nested div', many('<div>', 20_000)],
    ['nested tables', many('<table><tr><td>', 120_000)],
    ['unclosed formatting', many('<b>', 600_000)],
    ['end tags of nothing', (share) => '<i><div>'.repeat(500) + '</span></p></i>'.repeat(120_000 * share)],
    ['links', many('<a href="http://x.example/">l</a>', 100_000)],
    ['cells of one row', (share) => `<table><tr>${'<td>a'.repeat(300_000 * share)}`],
    ['rules', (share) => `<style>${'.a{display:none}'.repeat(10_000 * share)}</style>${'<p class="a b c">x'.repeat(50_000 * share)}`],
    ['braces', (share) => `<style>${'{/*'.repeat(50_000 * share)}</style>`],
    ['styles all different', (share) => Array.from({ length: 60_000 * share }, (_, i) => `<b style="width:${i}px">`).join('')],
    ['attributes', (share) => `<p ${'a=b '.repeat(400_000 * share)}>x`],
    ['microdata', many('<div itemscope itemtype=x itemprop=y>', 50_000)],
  ])('%s', async (_name, html) => {
    expect(await growth((share) => readVisibleText(html(share)))).toBeLessThan(LINEAR_MAX);
  });
});
