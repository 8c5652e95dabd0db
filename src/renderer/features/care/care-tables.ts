/** Tables that the response times follow from. */
export const careTables = ['message_import', 'reply', 'conversation_care', 'care_target', 'workspace_setting', 'channel'] as const
