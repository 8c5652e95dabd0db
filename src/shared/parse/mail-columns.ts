/** A mail as a row. `text` is what its writer meant to be read without a page, `page` the words of its page; links one a line. */
export const MAIL_COLUMNS = ['id', 'from', 'address', 'name', 'to', 'subject', 'date', 'replyTo', 'text', 'page', 'links', 'attachments'] as const
