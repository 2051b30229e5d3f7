// Who bills or sends for others. An intermediary is the biller, never the merchant, except for its own services; a mail provider that
// only carries mail (ESP) is neither.

export interface Intermediary {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
  /** Whole sender addresses or local parts that make a shared domain an intermediary: google.com sends for Google Play and for itself. */
  readonly senders?: RegExp;
  /** Ids of the merchants that are the intermediary's own, with the words that name them in its mails. */
  readonly own: readonly { readonly id: string; readonly names: RegExp }[];
  /** Sells other houses' apps: its mails name the app, its plan and its developer, and one of them differs from mail to mail. */
  readonly isStore?: true;
  /** True when tenants write from its domain under their own name. */
  readonly tenantName: boolean;
}

const NONE: Intermediary['own'] = [];

function biller(id: string, name: string, domains: string, tenantName = true, own = NONE): Intermediary {
  return { id, name, domains: domains.split('|'), tenantName, own };
}

function store(id: string, name: string, domains: string, own = NONE): Intermediary {
  return { ...biller(id, name, domains, false, own), isStore: true };
}

export const INTERMEDIARIES: readonly Intermediary[] = [
  store('apple', 'Apple', 'apple.com', [
    { id: 'icloud', names: /\bicloud\+?/ },
    { id: 'apple-music', names: /\bapple music\b/ },
    { id: 'apple-tv', names: /\bapple tv\+?/ },
    { id: 'apple-one', names: /\bapple one\b/ },
    { id: 'applecare', names: /\bapplecare\+?/ },
    { id: 'apple-developer', names: /\bapple developer program\b/ },
    { id: 'apple-arcade', names: /\bapple arcade\b/ },
    { id: 'apple-fitness', names: /\bapple fitness\+?/ },
    { id: 'apple-news', names: /\bapple news\+?/ },
  ]),
  {
    ...store('google-play', 'Google Play', 'google.com', [
      { id: 'google-one', names: /\bgoogle one\b|\bgoogle ai (?:pro|ultra)\b|\bgemini advanced\b/ },
      { id: 'youtube', names: /\byoutube (?:premium|music|tv)\b/ },
      { id: 'google-workspace', names: /\bgoogle workspace\b/ },
      { id: 'nest', names: /\bnest aware\b|\bgoogle home premium\b/ },
      { id: 'google-play-pass', names: /\b(?:google )?play pass\b/ },
    ]),
    senders: /^(?:googleplay|payments|googleone|workspace|youtube|googlestore|nest|noreply-)/,
  },
  biller(
    'paypal',
    'PayPal',
    'paypal.com|paypal.fr|paypal.de|paypal.co.uk|paypal.es|paypal.it|paypal.nl|paypal.pl|paypal.ca|paypal.com.au',
    false,
  ),
  biller('stripe', 'Stripe', 'stripe.com'),
  biller('link', 'Link', 'link.com|link.co', false),
  biller('paddle', 'Paddle', 'paddle.com|paddle.net'),
  biller('fastspring', 'FastSpring', 'fastspring.com|onfastspring.com'),
  biller('gumroad', 'Gumroad', 'gumroad.com', false),
  biller('lemon-squeezy', 'Lemon Squeezy', 'lemonsqueezy.com|lemonsqueezy-mail.com'),
  biller('polar', 'Polar', 'polar.sh', false),
  biller('patreon', 'Patreon', 'patreon.com', false),
  biller('ko-fi', 'Ko-fi', 'ko-fi.com', false),
  biller('buy-me-a-coffee', 'Buy Me a Coffee', 'buymeacoffee.com', false),
  biller('tipeee', 'Tipeee', 'tipeee.com', false),
  biller('ulule', 'Ulule', 'ulule.com', false),
  biller('substack', 'Substack', 'substack.com'),
  biller('ghost', 'Ghost', 'ghost.io'),
  biller('beehiiv', 'beehiiv', 'beehiiv.com'),
  biller('memberful', 'Memberful', 'memberful.com'),
  biller('podia', 'Podia', 'podia.com'),
  biller('kajabi', 'Kajabi', 'kajabi.com|kajabimail.net'),
  biller('teachable', 'Teachable', 'teachable.com'),
  biller('shopify', 'Shopify', 'shopifyemail.com|myshopify.com'),
  biller('recharge', 'Recharge', 'rechargepayments.com|rechargeapps.com'),
  biller('digistore24', 'Digistore24', 'digistore24.com', false),
  biller('copecart', 'CopeCart', 'copecart.com', false),
  biller('hotmart', 'Hotmart', 'hotmart.com|hotmart.com.br', false),
  biller('cleverbridge', 'Cleverbridge', 'cleverbridge.com'),
  biller('2checkout', '2Checkout', '2checkout.com|avangate.com|2co.com|verifone.com'),
  biller('mycommerce', 'MyCommerce', 'mycommerce.com|shareit.com|regnow.com|digitalriver.com'),
  biller('nexway', 'Nexway', 'nexway.com|nexwaystore.com'),
  biller('chargebee', 'Chargebee', 'chargebee.com|chargebeemail.com'),
  biller('recurly', 'Recurly', 'recurly.com'),
  biller('zuora', 'Zuora', 'zuora.com'),
  biller('chargify', 'Maxio', 'chargify.com|maxio.com'),
  biller('billwerk', 'Billwerk', 'billwerk.com|billwerk.io'),
  biller('braintree', 'Braintree', 'braintreepayments.com|braintreegateway.com'),
  biller('gocardless', 'GoCardless', 'gocardless.com'),
  biller('slimpay', 'SlimPay', 'slimpay.com|slimpay.net'),
  biller('klarna', 'Klarna', 'klarna.com|klarna.de|klarna.se|klarna.co.uk', false),
  biller('mollie', 'Mollie', 'mollie.com|mollie.nl'),
  biller('payplug', 'PayPlug', 'payplug.com'),
  biller('adyen', 'Adyen', 'adyen.com'),
  biller('square', 'Square', 'squareup.com|square.com'),
  biller('helloasso', 'HelloAsso', 'helloasso.com|helloasso.org'),
  biller('assoconnect', 'AssoConnect', 'assoconnect.com'),
  biller('donorbox', 'Donorbox', 'donorbox.org'),
  store('roku', 'Roku', 'roku.com'),
  biller('internet-plus', 'Internet+', 'internetplus.fr|w-ha.com', false),
];

// Carriers of mail: never the merchant, never the biller.
export const ESP_DOMAINS: ReadonlySet<string> = new Set(
  (
    'sendgrid.net sendgrid.com amazonses.com mailgun.org mailgun.net mandrillapp.com mandrill.com sparkpostmail.com sparkpost.com mcsv.net ' +
    'mcdlv.net mailchimpapp.net rsgsv.net hubspotemail.net hs-send.com customeriomail.com customer.io braze.com appboy.com postmarkapp.com pmtpmta.net mtasv.net ' +
    'sendinblue.com brevosend.com mailjet.com mailin.fr sib.com mailerlite.com mlsend.com klaviyomail.com klaviyo.com ' +
    'exacttarget.com salesforce.com eloqua.com marketo.com mktomail.com mktdns.com iterable.com intercom-mail.com intercom.io ' +
    'zendesk.com freshdesk.com freshemail.io helpscout.net mailersend.net resend.dev resend.com loops.so elasticemail.com ' +
    'smtp2go.com pepipost.com socketlabs.com constantcontact.com ccsend.com cmail19.com cmail20.com createsend.com acems1.com ' +
    'activehosted.com infusionmail.com convertkit-mail.com convertkit-mail2.com kit-mail.com onmicrosoft.com bnc.lt mailkit.eu ' +
    'emarsys.net splio.com sendpulse.com getresponse-mail.com inxmail.com cleverreach.com rapidmail.de sarbacane.com'
  ).split(' '),
);

// Where people have their own address.
export const PERSONAL_DOMAINS: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr hotmail.co.uk hotmail.de hotmail.it hotmail.es live.com live.fr ' +
    'msn.com yahoo.com yahoo.fr yahoo.co.uk yahoo.de yahoo.es yahoo.it yahoo.co.jp ymail.com icloud.com me.com mac.com aol.com ' +
    'gmx.de gmx.net gmx.com gmx.fr gmx.at gmx.ch web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com protonmail.com ' +
    'pm.me tutanota.com tuta.io wanadoo.fr laposte.net neuf.fr numericable.fr bbox.fr aliceadsl.fr club-internet.fr libero.it ' +
    'virgilio.it alice.it tiscali.it wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz ziggo.nl kpnmail.nl xs4all.nl telenet.be ' +
    'skynet.be bluewin.ch hey.com fastmail.fm docomo.ne.jp ezweb.ne.jp softbank.ne.jp uol.com.br bol.com.br terra.com.br sapo.pt'
  ).split(' '),
);

// Providers that are both: a person's address has a plain local part, the house itself writes from a role.
export const MIXED_DOMAINS: ReadonlySet<string> = new Set(
  'orange.fr free.fr sfr.fr bbox.fr proton.me fastmail.com comcast.net att.net verizon.net ziggo.nl kpnmail.nl telenet.be libero.it tiscali.it o2.pl onet.pl interia.pl'.split(
    ' ',
  ),
);
