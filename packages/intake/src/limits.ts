// Bounds of the file readers. Files come from the person's own disk, but what is in them was written by strangers, and archives lie.
export const FILE_LIMITS = {
  /** Same as the parser's: beyond it nothing is read. */
  messageBytesMax: 50 * 1024 * 1024,
  /** A line that starts with "From " and is longer is text. */
  separatorBytesMax: 1_000,
  /** Of the line after a separator, as much as tells a header field. */
  headerPeekBytesMax: 1_000,
  /** Of a message of an mbox, where its length must be stated; a long way is some 20 KB of Received lines. */
  mboxHeaderBytesMax: 64 * 1024,
  readBytes: 1024 * 1024,
  /** Enough to tell an mbox, a message and an archive apart. */
  peekBytes: 4_096,
  folderDepthMax: 30,
  /** A Takeout of twenty years as single files. */
  filesMax: 2_000_000,
  zipEntriesMax: 2_000_000,
  /** Mail shrinks 2–20 times; deflate can do 1,000: a bomb. Small entries shrink more by chance. */
  zipRatioMax: 200,
  zipRatioFromBytes: 1024 * 1024,
  /** Of what unpacks as a stream, all that came until then: one message may shrink to nothing, many don't. */
  streamRatioFromBytes: 50 * 1024 * 1024,
  unpackBytes: 256 * 1024,
  entryNameCharsMax: 400,
  /** Long names of tar entries, and what else stands before them. */
  tarHeaderBytesMax: 1024 * 1024,
  zipTotalBytesMax: 200 * 1024 ** 3,
  batchMessages: 100,
  batchBytes: 16 * 1024 * 1024,
} as const;
