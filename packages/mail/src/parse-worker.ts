// The process in which hostile mail is parsed (see parse-pool.ts).
import { parseMessage } from './parse-message.ts';
import { serveParsing } from './serve-parsing.ts';

serveParsing(parseMessage);
