// The functions of the IMAP port that read a folder, as one value: the seam at which tests replace a single one by a broken one.
import { connectMailbox } from '@quittance/imap/connect-mailbox';
import { fetchBeginnings, fetchFacts, fetchHeaders, fetchMessages } from '@quittance/imap/fetch-messages';
import { folderStatus, listFolders } from '@quittance/imap/list-folders';
import { openFolder, selectedFolder } from '@quittance/imap/open-folder';
import { searchUids } from '@quittance/imap/search-uids';
import { acceptBatch, acceptMessage } from '@quittance/intake/accept-message';

export const mailSource = {
  connectMailbox,
  listFolders,
  folderStatus,
  openFolder,
  selectedFolder,
  searchUids,
  fetchFacts,
  fetchBeginnings,
  fetchMessages,
  fetchHeaders,
  acceptMessage,
  acceptBatch,
};
export type MailSource = typeof mailSource;
