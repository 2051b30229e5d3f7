// The words of the pages, in French.
import type { PageTexts } from './pages.en.ts';

export const pagesFr = {
  layout: {
    skip: 'Aller au contenu',
    navigation: 'Principal',
    overview: 'Vue d’ensemble',
    archive: 'Archive',
    alerts: 'Alertes',
    alertsUnseen: (count: number) => (count < 2 ? `${count} nouvelle alerte` : `${count} nouvelles alertes`),
    mailboxes: 'Boîtes',
    settings: 'Réglages',
    signOut: 'Se déconnecter',
    language: 'Langue',
    verify: 'Vérifier un dossier',
    notLegalAdvice: 'Information, et non conseil juridique.',
    away: 'Quittance ne répond pas. Ce que montre cette page a pu changer depuis ; elle se remettra à jour d’elle-même.',
  },
  signIn: {
    title: 'Connexion',
    lead: 'Quittance surveille votre boîte, garde les preuves et vous prévient à temps.',
    address: 'Adresse',
    password: 'Mot de passe',
    submit: 'Se connecter',
    withLink:
      'Première visite, ou pas encore de mot de passe ? Ouvrez le lien de connexion affiché dans le terminal ou le journal de Quittance.',
    lost: 'Votre session a pris fin : ce que vous venez d’envoyer n’a pas été gardé.',
    newLink: 'Cette commande affiche un nouveau lien :',
  },
  problem: {
    title: 'Cela n’a pas fonctionné',
    home: 'Vers la vue d’ensemble',
    back: 'Revenir au formulaire',
    signIn: 'Vers la page de connexion',
    wrong: (names: string) => `Non compris dans l’adresse : ${names}.`,
    requestId: (id: string) => `Pour qui cherchera la cause : demande ${id}`,
  },
  apiDocs: {
    title: 'L’API',
    lead: 'Tout ce que montrent les pages peut être lu et modifié par des programmes. Créez un jeton dans les réglages et joignez-le :',
    document: 'La même chose sous forme de document OpenAPI',
    parameters: 'Paramètres',
    body: 'Corps',
    answers: 'Réponses',
    errors: 'Erreurs',
    errorsLead: 'Les erreurs sont au format problem+json (RFC 9457), avec ces codes :',
    required: 'obligatoire',
  },
} satisfies PageTexts;
