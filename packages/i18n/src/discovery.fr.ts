// Ce que disent la page et la ligne de commande en cherchant les réglages d’une boîte, en français. Mêmes clés que discovery.en.ts.
import type { DiscoveryTexts } from './discovery.en.ts';

export const discoveryFr = {
  start: {
    lead: 'Votre adresse suffit pour commencer : Quittance trouve le serveur. Le mot de passe vient ensuite.',
    submit: 'Continuer',
    manual: 'Indiquer le serveur moi-même',
    badAddress: 'Ce n’est pas une adresse e-mail complète.',
  },
  manualLead: 'Les pages d’aide de votre fournisseur indiquent le serveur, le plus souvent sous « IMAP » ou « courrier entrant ».',
  notFound: (domain: string) => `Aucun serveur de courrier n’a été trouvé pour ${domain}. Vérifiez l’adresse, ou indiquez le serveur ici.`,
  otherAddress: 'Une autre adresse',
  server: (host: string, port: string | number) => `Serveur : ${host}:${port}`,
  sources: {
    provider: 'connu de Quittance',
    list: 'd’après la liste de fournisseurs incluse',
    mx: (by: string) => `d’après le fournisseur qui reçoit le courrier de ce domaine (${by})`,
    autoconfig: (by: string) => `indiqué par ${by}`,
    srv: (by: string) => `indiqué par ${by} dans le DNS`,
    probe: 'deviné : un serveur de courrier répond sous ce nom habituel',
  },
  confirm: (host: string) =>
    `${host} est-il bien le serveur de votre fournisseur ? Aucune source dont Quittance puisse répondre ne l’a indiqué, et votre mot de passe y sera envoyé. Dans le doute, demandez à votre fournisseur.`,
  links: {
    make_app_password: (provider: string) => `Créer le mot de passe chez ${provider}`,
    switch_imap_on: (provider: string) => `Comment activer IMAP chez ${provider}`,
    read_more: (provider: string) => `Ce qu’en dit ${provider}`,
  },
  signIn: {
    short: 'Se connecter chez le fournisseur',
    title: (provider: 'google' | 'microsoft') => `Se connecter avec ${provider === 'google' ? 'Google' : 'Microsoft'}`,
    lead: (provider: 'google' | 'microsoft') =>
      `Vous vous connectez sur la page de ${provider === 'google' ? 'Google' : 'Microsoft'} ; Quittance ne voit jamais votre mot de passe. Il demande l’autorisation de lire le courrier par IMAP, que vous pouvez y retirer à tout moment.`,
    byCode: 'Se connecter sur un autre appareil avec un code',
    typeCode: 'Ouvrez la page du fournisseur, sur cet appareil ou un autre, et saisissez ce code :',
    openPage: (provider: 'google' | 'microsoft') => `Ouvrir la page de ${provider === 'google' ? 'Google' : 'Microsoft'}`,
    waiting: 'En attente de votre connexion là-bas. Cette page continue d’elle-même.',
    stop: 'Arrêter',
    again: 'Recommencer',
  },
  before: 'Avant de continuer',
  appPassword: 'Mot de passe d’application',
  appPasswordHint:
    'Un mot de passe pour Quittance seul. Vous pouvez le révoquer à tout moment chez votre fournisseur, et le vôtre ne change pas.',
  passwordHint: 'Il est conservé chiffré et ne sert qu’à lire.',
  advanced: 'Serveur et nom d’utilisateur',
  noWay: (provider: string) => `${provider} ne peut pas être connecté avec un mot de passe`,
  instead: 'Ce qui fonctionne dès maintenant :',
  importFiles: 'Importer des fichiers de courrier',
  otherMailbox: 'Connecter une autre boîte',
  anyway: 'Indiquer un serveur malgré tout',
  terminal: {
    badAddress: (text: string) => `« ${text} » n’est pas une adresse mail : écrivez-la en entier, comme anna@example.org.`,
    badTls: (text: string, modes: string) => `« ${text} » n’est pas un chiffrement connu : utilisez --tls avec l’un de ${modes}.`,
    badPort: (text: string) => `« ${text} » n’est pas un port : 993 est courant avec TLS, 143 avec STARTTLS.`,
    notFound: (domain: string) =>
      `aucun serveur de courrier n’a été trouvé pour ${domain} : vérifiez l’adresse, ou indiquez le serveur avec --host.`,
    unconfirmed: (host: string, source: string) =>
      `rien de sûr n’indique ${host} (${source}), aucun mot de passe n’a donc été envoyé. Si c’est le serveur de votre fournisseur, relancez avec --host ${host}.`,
  },
} satisfies DiscoveryTexts;
